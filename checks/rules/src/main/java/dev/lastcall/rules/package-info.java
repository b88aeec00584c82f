/** The checks: each finds one mistake in cleanup code. */
@NullMarked
package dev.lastcall.rules;

import org.jspecify.annotations.NullMarked;
