/** The checks as a goal of Maven. */
@NullMarked
package dev.lastcall.maven;

import org.jspecify.annotations.NullMarked;
