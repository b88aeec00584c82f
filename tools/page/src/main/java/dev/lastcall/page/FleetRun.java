package dev.lastcall.page;

import java.time.Duration;
import java.time.Instant;

/**
 * One run of a cleanup in one of many exits. Immutable and thread-safe.
 *
 * @param source where the report was read from
 * @param at when the run began, by the wall clock
 * @param version what the process called its version, never empty
 * @param host the machine's or pod's name
 * @param word the outcome
 * @param elapsed how long it ran
 * @param critical whether it decided how long the exit took
 */
public record FleetRun(
    String source,
    Instant at,
    String version,
    String host,
    String word,
    Duration elapsed,
    boolean critical) {}
