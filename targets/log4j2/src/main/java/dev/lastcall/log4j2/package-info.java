/** Writes out what Log4j 2 still buffers when the process ends. */
@NullMarked
package dev.lastcall.log4j2;

import org.jspecify.annotations.NullMarked;
