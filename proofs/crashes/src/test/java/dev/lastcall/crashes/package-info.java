@NullMarked
package dev.lastcall.crashes;

import org.jspecify.annotations.NullMarked;
