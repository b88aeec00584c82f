/** The checks as a plugin of the Java compiler. */
@NullMarked
package dev.lastcall.javac;

import org.jspecify.annotations.NullMarked;
