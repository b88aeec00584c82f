/** A process that appends, defers and is killed, a thousand times over. */
@NullMarked
package dev.lastcall.crashes;

import org.jspecify.annotations.NullMarked;
