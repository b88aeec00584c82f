/** What other tools find in the corpus of the checks, and what the checks cost beside them. */
@NullMarked
package dev.lastcall.capability;

import org.jspecify.annotations.NullMarked;
