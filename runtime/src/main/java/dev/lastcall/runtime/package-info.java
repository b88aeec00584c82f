/** How the process's end begins, runs and is forced; the room that applications depend on. */
@NullMarked
package dev.lastcall.runtime;

import org.jspecify.annotations.NullMarked;
