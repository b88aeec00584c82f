/**
 * What Java source says about cleanup: where code runs, what a value is, what can happen before
 * what.
 */
@NullMarked
package dev.lastcall.source;

import org.jspecify.annotations.NullMarked;
