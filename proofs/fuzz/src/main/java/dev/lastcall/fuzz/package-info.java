/** Readers of files that survive a crash, fed with altered files by a coverage-guided fuzzer. */
@NullMarked
package dev.lastcall.fuzz;

import org.jspecify.annotations.NullMarked;
