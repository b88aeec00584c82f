/** Cleanups that are run by the next start if this process is killed. */
@NullMarked
package dev.lastcall.durable;

import org.jspecify.annotations.NullMarked;
