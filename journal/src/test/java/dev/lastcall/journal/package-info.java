@NullMarked
package dev.lastcall.journal;

import org.jspecify.annotations.NullMarked;
