/** One cleanup inside one deadline: who ends a section when its owner and the watchdog race. */
@NullMarked
package dev.lastcall.defer;

import org.jspecify.annotations.NullMarked;
