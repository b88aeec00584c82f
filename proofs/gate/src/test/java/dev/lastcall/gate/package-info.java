/** The checks as gates: in the builds of others, and in our own. */
@NullMarked
package dev.lastcall.gate;

import org.jspecify.annotations.NullMarked;
