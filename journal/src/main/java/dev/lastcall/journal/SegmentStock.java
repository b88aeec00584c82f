package dev.lastcall.journal;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The files of a journal: makes new ones inside the capacity and uses old ones again.
 *
 * <p>A file that was deleted keeps its blocks while it is mapped, so files of this process are
 * never deleted. Not thread-safe; the upkeep keeps a lock around it.
 */
final class SegmentStock {
  private final Path folder;
  private final Sizes sizes;
  private final SegmentHeader pattern;
  private final SplittableRandom random = new SplittableRandom();
  private final Deque<OldSegment> old = new ArrayDeque<>();
  private final Deque<OldSegment> unused = new ArrayDeque<>();
  private final Runnable between;
  private long bytesInUse;
  private long nextIndex;
  private boolean someoneIsLate;
  private boolean mayCreate = true;

  /**
   * @param pattern the header, without salt, index and generation
   * @param between is run now and then during longer work
   */
  SegmentStock(
      Path folder, Sizes sizes, SegmentHeader pattern, FormerSegments former, Runnable between) {
    this.folder = folder;
    this.sizes = sizes;
    this.pattern = pattern;
    this.between = between;
    this.nextIndex = former.nextIndex();
    old.addAll(former.used());
    unused.addAll(former.unused());
    bytesInUse = former.used().stream().mapToLong(OldSegment::bytes).sum();
    bytesInUse += former.unused().stream().mapToLong(OldSegment::bytes).sum();
  }

  /**
   * What the journal may take.
   *
   * @param segmentBytes of one file
   * @param capacityBytes of all files together
   * @param whenFull what becomes of the oldest
   */
  record Sizes(int segmentBytes, long capacityBytes, WhenFull whenFull) {}

  /** Takes a segment that was written to its end. */
  void retire(Segment segment) {
    int generation = segment.header().generation();
    // Looked through now, by the way, they need not be at the end.
    written().forEach(Segment::isQuiet);
    old.add(
        new OldSegment(segment.path(), segment, segment.header().fileBytes(), generation)
            .endsAt(segment.nextSequence() - 1));
  }

  /** The sequence up to which has to be released before anything can be used again. */
  long oldestLast() {
    OldSegment oldest = old.peekFirst();
    return oldest == null ? Long.MAX_VALUE : oldest.last();
  }

  /** Whether a thread is still writing what could be used again otherwise. */
  boolean someoneIsLate() {
    return someoneIsLate;
  }

  /**
   * Prepares the next segment.
   *
   * @param released the sequence up to which nothing is needed any more
   * @return null if the capacity is in use
   * @throws IOException if the files do not allow it; told once
   */
  @Nullable Segment next(long released) throws IOException {
    someoneIsLate = false;
    for (OldSegment free = free(released); free != null; free = free(released)) {
      Segment again = useAgain(free);
      if (again != null) {
        return again;
      }
    }
    IOException failure = null;
    if (mayCreate && bytesInUse + sizes.segmentBytes() <= sizes.capacityBytes()) {
      try {
        return create();
      } catch (IOException cause) {
        mayCreate = false;
        failure = cause;
      }
    }
    Segment dropped = sizes.whenFull() == WhenFull.DROP_OLDEST ? dropOldest() : null;
    if (dropped == null && failure != null) {
      throw failure;
    }
    return dropped;
  }

  /** As {@link #next}, but only if it takes no more than renaming a file; for an appender. */
  @Nullable Segment nextAtOnce(long released) throws IOException {
    OldSegment oldest = old.peekFirst();
    boolean isFull = !mayCreate || bytesInUse + sizes.segmentBytes() > sizes.capacityBytes();
    boolean drops = isFull && sizes.whenFull() == WhenFull.DROP_OLDEST;
    if (!unused.isEmpty() || oldest == null || oldest.mapped() == null) {
      return null;
    }
    OldSegment free = drops || oldest.last() <= released ? quietOldest() : null;
    return free == null ? null : useAgain(free);
  }

  private @Nullable Segment dropOldest() throws IOException {
    for (OldSegment oldest = quietOldest(); oldest != null; oldest = quietOldest()) {
      Segment again = useAgain(oldest);
      if (again != null) {
        return again;
      }
      if (mayCreate && bytesInUse + sizes.segmentBytes() <= sizes.capacityBytes()) {
        return create();
      }
    }
    return null;
  }

  private @Nullable OldSegment free(long released) {
    if (!unused.isEmpty()) {
      return unused.poll();
    }
    OldSegment oldest = old.peekFirst();
    return oldest != null && oldest.last() <= released ? quietOldest() : null;
  }

  private @Nullable OldSegment quietOldest() {
    OldSegment oldest = old.peekFirst();
    Segment mapped = oldest == null ? null : oldest.mapped();
    if (mapped != null && !mapped.isQuiet()) {
      someoneIsLate = true;
      return null;
    }
    return old.poll();
  }

  /** The segments of this opening that were written to their end. */
  List<Segment> written() {
    return old.stream().map(OldSegment::mapped).filter(Objects::nonNull).toList();
  }

  private Segment create() throws IOException {
    Path spare = spare();
    MappedByteBuffer bytes = JournalFile.create(spare, sizes.segmentBytes(), between);
    bytesInUse += sizes.segmentBytes();
    return prepared(spare, bytes, 0);
  }

  /** Null if the file is of another size and was deleted. */
  private @Nullable Segment useAgain(OldSegment free) throws IOException {
    Segment mapped = free.mapped();
    if (mapped == null && free.bytes() != sizes.segmentBytes()) {
      Files.deleteIfExists(free.path());
      bytesInUse -= free.bytes();
      return null;
    }
    Path spare = spare();
    Files.move(free.path(), spare, StandardCopyOption.ATOMIC_MOVE);
    MappedByteBuffer bytes =
        mapped == null ? JournalFile.reuse(spare, sizes.segmentBytes(), between) : mapped.bytes();
    return prepared(spare, bytes, (free.generation() + 1) & 0xFFFF);
  }

  private Segment prepared(Path spare, MappedByteBuffer bytes, int generation) throws IOException {
    SegmentHeader header =
        new SegmentHeader(
            pattern.version(),
            random.nextInt(),
            nextIndex,
            bytes.capacity(),
            generation,
            pattern.session(),
            pattern.owner(),
            pattern.content());
    Path path = JournalFolder.segment(folder, nextIndex);
    nextIndex++;
    Segment segment = new Segment(path, header, bytes);
    Files.move(spare, path, StandardCopyOption.ATOMIC_MOVE);
    return segment;
  }

  private Path spare() {
    return folder.resolve(nextIndex + JournalFolder.SPARE);
  }
}
