/** The reserve at the very end: what is still buffered is written out, even while cleanups hang. */
@NullMarked
package dev.lastcall.flush;

import org.jspecify.annotations.NullMarked;
