/** Metrics of cleanups, scopes and the exit, and their last values out of a process that ends. */
@NullMarked
package dev.lastcall.micrometer;

import org.jspecify.annotations.NullMarked;
