/** {@code lastcall demo}: the order service's exit, watched from outside. */
@NullMarked
package dev.lastcall.demo;

import org.jspecify.annotations.NullMarked;
