/** Starts real JVMs, sends them real signals and reads what they leave behind. */
@NullMarked
package dev.lastcall.crashlab;

import org.jspecify.annotations.NullMarked;
