/** The checks as checks of Error Prone, one for each rule. */
@NullMarked
package dev.lastcall.errorprone;

import org.jspecify.annotations.NullMarked;
