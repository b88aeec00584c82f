/** A handler of java.util.logging that loses nothing, not even to kill -9. */
@NullMarked
package dev.lastcall.jul;

import org.jspecify.annotations.NullMarked;
