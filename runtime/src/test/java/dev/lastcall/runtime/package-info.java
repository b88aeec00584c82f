@NullMarked
package dev.lastcall.runtime;

import org.jspecify.annotations.NullMarked;
