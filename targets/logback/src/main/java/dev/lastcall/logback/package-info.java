/** Logback without losses: a journal in front of appenders, and a flush at the very end. */
@NullMarked
package dev.lastcall.logback;

import org.jspecify.annotations.NullMarked;
