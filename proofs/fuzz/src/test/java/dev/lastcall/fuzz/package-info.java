@NullMarked
package dev.lastcall.fuzz;

import org.jspecify.annotations.NullMarked;
