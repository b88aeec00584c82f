/** Reads exit reports and makes one self-contained HTML page of each. */
@NullMarked
package dev.lastcall.page;

import org.jspecify.annotations.NullMarked;
