package dev.lastcall.journal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A segment that is not written to any more, and can be used again one day. */
final class OldSegment {
  /** The last sequence of a segment of which nobody knows yet; it is not released by any. */
  static final long UNKNOWN = Long.MAX_VALUE;

  private final Path path;
  private final @Nullable Segment mapped;
  private final long bytes;
  private final int generation;
  private long last = UNKNOWN;

  /**
   * @param mapped null if an earlier owner wrote it
   */
  OldSegment(Path path, @Nullable Segment mapped, long bytes, int generation) {
    this.path = path;
    this.mapped = mapped;
    this.bytes = bytes;
    this.generation = generation;
  }

  OldSegment endsAt(long sequence) {
    last = sequence;
    return this;
  }

  /** The sequence of its last record. */
  long last() {
    return last;
  }

  Path path() {
    return path;
  }

  @Nullable Segment mapped() {
    return mapped;
  }

  long bytes() {
    return bytes;
  }

  int generation() {
    return generation;
  }
}
