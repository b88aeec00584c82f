/**
 * Many cleanups in order, in parallel, inside one deadline: the exit graph, its plan and its run.
 */
@NullMarked
package dev.lastcall.exit;

import org.jspecify.annotations.NullMarked;
