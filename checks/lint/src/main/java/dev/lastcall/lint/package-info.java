/** Checks a source tree, and says what it found in the forms that tools read. */
@NullMarked
package dev.lastcall.lint;

import org.jspecify.annotations.NullMarked;
