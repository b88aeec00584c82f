/** A tamper-evident line for every run of an auditable cleanup. */
@NullMarked
package dev.lastcall.audit;

import org.jspecify.annotations.NullMarked;
