/** Scopes, cleanups and the exit in flight recordings, which survive it. */
@NullMarked
package dev.lastcall.jfr;

import org.jspecify.annotations.NullMarked;
