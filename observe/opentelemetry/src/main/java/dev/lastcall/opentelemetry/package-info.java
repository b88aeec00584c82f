/** Scopes, cleanups and the exit as OpenTelemetry spans, which arrive. */
@NullMarked
package dev.lastcall.opentelemetry;

import org.jspecify.annotations.NullMarked;
