/** What survives kill -9: an append-only, memory-mapped journal. */
@NullMarked
package dev.lastcall.journal;

import org.jspecify.annotations.NullMarked;
