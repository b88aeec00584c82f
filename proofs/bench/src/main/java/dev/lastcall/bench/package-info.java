/** What Lastcall costs, beside its peers. */
@NullMarked
package dev.lastcall.bench;

import org.jspecify.annotations.NullMarked;
