/** Runs the stress tests of the other packages, and proves that they can fail. */
@NullMarked
package dev.lastcall.stress;

import org.jspecify.annotations.NullMarked;
