/**
 * Frames are claimed once and published whole; segments follow each other; marks are never half.
 */
@NullMarked
package dev.lastcall.journal;

import org.jspecify.annotations.NullMarked;
