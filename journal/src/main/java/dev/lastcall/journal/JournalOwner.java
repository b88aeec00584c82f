package dev.lastcall.journal;

import java.time.Instant;

/**
 * The process that wrote a segment.
 *
 * @param pid its process id, in its own pid namespace
 * @param startedAt when it started
 * @param host its host's or pod's name
 */
public record JournalOwner(long pid, Instant startedAt, String host) {}
