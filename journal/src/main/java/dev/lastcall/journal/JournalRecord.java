package dev.lastcall.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One record, sound by its checksum. Immutable and thread-safe; it does not refer to the file. */
public final class JournalRecord implements JournalEntry {
  private final JournalOwner owner;
  private final long sequence;
  private final int type;
  private final long monotonicNanos;
  private final long wallNanos;
  private final byte[] payload;

  JournalRecord(
      JournalOwner owner,
      long sequence,
      int type,
      long monotonicNanos,
      long wallNanos,
      byte[] payload) {
    this.owner = owner;
    this.sequence = sequence;
    this.type = type;
    this.monotonicNanos = monotonicNanos;
    this.wallNanos = wallNanos;
    this.payload = payload;
  }

  /** {@return the process that wrote it} */
  public JournalOwner owner() {
    return owner;
  }

  /** {@return its number: 1 for a journal's first record, then one more each, over restarts} */
  public long sequence() {
    return sequence;
  }

  /** {@return what the writer called it, 0 or more} */
  public int type() {
    return type;
  }

  /**
   * {@return when it was written, by the writer's monotonic clock, in nanoseconds; precise to about
   * a millisecond}
   */
  public long monotonicNanos() {
    return monotonicNanos;
  }

  /** {@return when it was written, by the wall clock; precise to about a millisecond} */
  public Instant at() {
    return Instant.ofEpochSecond(0, wallNanos);
  }

  /** {@return the payload, read-only} */
  public ByteBuffer payload() {
    return ByteBuffer.wrap(payload).asReadOnlyBuffer();
  }

  /** The payload's length. */
  int length() {
    return payload.length;
  }

  /** {@return the payload as UTF-8 text} */
  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }
}
