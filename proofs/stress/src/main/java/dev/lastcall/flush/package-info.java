/** The reserve at the very end: every target is flushed once, and one side decides when. */
@NullMarked
package dev.lastcall.flush;

import org.jspecify.annotations.NullMarked;
