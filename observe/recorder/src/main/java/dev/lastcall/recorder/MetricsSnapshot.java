package dev.lastcall.recorder;

import java.time.Instant;

/**
 * The metrics of a process at one moment. Immutable and thread-safe.
 *
 * @param at when they were put on record, by the wall clock
 * @param text as the application gave it, usually in the form in which Prometheus reads it
 */
public record MetricsSnapshot(Instant at, String text) {}
