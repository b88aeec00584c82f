/** Writes out what Logback still buffers when the process ends. */
@NullMarked
package dev.lastcall.logback;

import org.jspecify.annotations.NullMarked;
