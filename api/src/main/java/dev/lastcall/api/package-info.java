/**
 * The words of Lastcall: cleanups, deadlines, outcomes, the plan and the report. A library that
 * wants to register a cleanup needs this room and nothing else.
 */
@NullMarked
package dev.lastcall.api;

import org.jspecify.annotations.NullMarked;
