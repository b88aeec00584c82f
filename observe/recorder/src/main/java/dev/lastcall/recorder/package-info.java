/** The exit as it happens and the last metrics, readable after the process was killed. */
@NullMarked
package dev.lastcall.recorder;

import org.jspecify.annotations.NullMarked;
