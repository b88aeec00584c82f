/**
 * Records that are kept at once and delivered behind, exactly once and in order, even after a
 * crash.
 */
@NullMarked
package dev.lastcall.spool;

import org.jspecify.annotations.NullMarked;
