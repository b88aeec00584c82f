/** The command {@code lastcall}: shows what an exit did. */
@NullMarked
package dev.lastcall.cli;

import org.jspecify.annotations.NullMarked;
