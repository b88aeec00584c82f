/** Many cleanups in order: a node becomes ready once, after all before it, and ends once. */
@NullMarked
package dev.lastcall.exit;

import org.jspecify.annotations.NullMarked;
