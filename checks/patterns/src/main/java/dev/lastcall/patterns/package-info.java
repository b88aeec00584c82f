/** Rules that users write: a Java pattern with holes, where it must stand, what to say. */
@NullMarked
package dev.lastcall.patterns;

import org.jspecify.annotations.NullMarked;
