/** One cleanup inside one deadline. */
@NullMarked
package dev.lastcall.defer;

import org.jspecify.annotations.NullMarked;
