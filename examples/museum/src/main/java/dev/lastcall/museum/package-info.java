/**
 * Ways in which shutdown code fails. Each program runs in two forms: {@code naive}, as it is often
 * written, and {@code lastcall}.
 */
@NullMarked
package dev.lastcall.museum;

import org.jspecify.annotations.NullMarked;
