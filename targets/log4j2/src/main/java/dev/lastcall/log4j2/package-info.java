/** Log4j 2 without losses: a journal in front of appenders, and a flush at the very end. */
@NullMarked
package dev.lastcall.log4j2;

import org.jspecify.annotations.NullMarked;
