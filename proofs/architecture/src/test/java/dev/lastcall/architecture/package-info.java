/** The rules of the house, as tests; each rule is also shown to fail. */
@NullMarked
package dev.lastcall.architecture;

import org.jspecify.annotations.NullMarked;
