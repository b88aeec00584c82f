package dev.lastcall.journal;

import dev.lastcall.journal.JournalGap.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the journal of a live or a dead process, from any process, without disturbing its writer.
 *
 * <p>It copies what it reads, so that what a caller holds cannot change. An interrupt of the
 * reading thread does not harm it. Not thread-safe.
 */
public final class JournalReader implements AutoCloseable {
  private final Path folder;
  private final String content;
  private @Nullable SegmentFile file;
  private @Nullable SegmentReader segment;
  private long index = -1;
  private long expected;
  private long from;

  private JournalReader(Path folder, String content) {
    this.folder = folder;
    this.content = content;
  }

  /**
   * Opens a journal for reading, in front of its oldest record.
   *
   * @param directory the journal's folder
   * @return the reader
   * @throws IOException if it cannot be read, or is not a journal of a version known here
   */
  public static JournalReader open(Path directory) throws IOException {
    SegmentHeader newest = SegmentFile.newestHeader(directory);
    if (newest == null) {
      throw new IOException(directory + ": no journal");
    }
    return new JournalReader(directory, newest.content());
  }

  /**
   * Opens a journal for reading, if there is one.
   *
   * @param directory the journal's folder
   * @return the reader; empty if there is no such folder, or nothing in it yet
   * @throws IOException if it cannot be read, or is not a journal of a version known here
   */
  public static Optional<JournalReader> find(Path directory) throws IOException {
    SegmentHeader newest =
        Files.isDirectory(directory) ? SegmentFile.newestHeader(directory) : null;
    return Optional.ofNullable(newest).map(found -> new JournalReader(directory, found.content()));
  }

  /**
   * Goes on in front of a record, without reading what lies before it.
   *
   * @param sequence of the record; the next one kept if it is not there any more
   * @return this reader
   * @throws IOException if the journal cannot be read
   */
  public JournalReader from(long sequence) throws IOException {
    leave();
    index = -1;
    expected = 0;
    from = sequence;
    for (Path path : JournalFolder.segments(folder)) {
      try (SegmentFile candidate = SegmentFile.openIfThere(path)) {
        long first = candidate == null ? 0 : candidate.firstSequence();
        if (first > sequence) {
          break;
        }
        if (first > 0) {
          index = JournalFolder.indexOf(path) - 1;
        }
      }
    }
    return this;
  }

  /**
   * Reads the next record or gap.
   *
   * @return null if there is nothing more for now; while a writer lives there may be later. A
   *     claimed record that is not published is waited for while its owner lives, and a gap once it
   *     is dead
   * @throws IOException if the journal cannot be read
   */
  public @Nullable JournalEntry next() throws IOException {
    while (true) {
      JournalEntry entry = nextOfAny();
      boolean isBefore =
          entry instanceof JournalRecord record
              ? record.sequence() < from
              : entry != null && expected() > 0 && expected() <= from;
      if (!isBefore) {
        return entry;
      }
    }
  }

  private long expected() {
    return segment == null ? expected : segment.expected();
  }

  private @Nullable JournalEntry nextOfAny() throws IOException {
    while (true) {
      SegmentReader here = segment;
      if (here == null && pathAfter(index) == null) {
        return null;
      }
      JournalEntry entry = here == null ? enter() : nextHere(here);
      if (entry != null) {
        return entry;
      }
      if (here != null && here == segment && !goesOn(here)) {
        return null;
      }
    }
  }

  /** The next of this segment; leaves it if it was used again meanwhile. */
  private @Nullable JournalEntry nextHere(SegmentReader here) throws IOException {
    long before = here.expected();
    JournalEntry entry = here.next(this::isWriterAlive);
    // What was read ahead is sound, but the position may be of the segment's next life already.
    boolean isOfNextLife = entry instanceof JournalGap && !file().isUnchanged();
    if (!file().isOvertaken() && !isOfNextLife) {
      return entry;
    }
    expected = before;
    leave();
    return null;
  }

  /** Whether there may be more at once, here or in the next segment. */
  private boolean goesOn(SegmentReader here) throws IOException {
    if (!here.isAtTheEnd() || pathAfter(index) == null) {
      return false;
    }
    // What was claimed before the next segment was begun is visible now.
    if (here.hasMore()) {
      return true;
    }
    expected = here.expected();
    leave();
    return true;
  }

  /** The next segment in use, or too damaged to say. */
  private @Nullable Path pathAfter(long before) throws IOException {
    Path likely = JournalFolder.segment(folder, before + 1);
    if (before >= 0 && Files.exists(likely)) {
      return isInUse(likely) ? likely : null;
    }
    for (Path path : JournalFolder.segments(folder)) {
      if (JournalFolder.indexOf(path) > before && isInUse(path)) {
        return path;
      }
    }
    return null;
  }

  private static boolean isInUse(Path path) throws IOException {
    try (SegmentFile candidate = SegmentFile.openIfThere(path)) {
      return candidate != null && (candidate.header() == null || candidate.firstSequence() != 0);
    }
  }

  /** Goes into the next segment; a gap if something lies between or its start is damaged. */
  private @Nullable JournalGap enter() throws IOException {
    Path path = pathAfter(index);
    SegmentFile next = path == null ? null : SegmentFile.openIfThere(path);
    if (path == null || next == null) {
      return null;
    }
    boolean isDropped = index >= 0 && !Files.exists(JournalFolder.segment(folder, index));
    index = JournalFolder.indexOf(path);
    SegmentHeader header = next.header();
    if (header == null) {
      return skip(next);
    }
    long first = next.firstSequence();
    if (!next.isUnchanged()) {
      next.close();
      return null;
    }
    long before = expected;
    file = next;
    segment = new SegmentReader(next, header, first > 0 ? first : before);
    if (before > 0 && first > before) {
      Kind kind = isDropped ? Kind.OVERTAKEN : Kind.DAMAGED;
      return new JournalGap(kind, path, 0, 0, first - before);
    }
    if (!next.firstCopyIsSound()) {
      return new JournalGap(Kind.DAMAGED, path, 0, JournalLayout.HEADER_BYTES, 0);
    }
    return first > 0
        ? null
        : new JournalGap(Kind.DAMAGED, path, JournalLayout.FIRST_SEQUENCE, 2L * Long.BYTES, 0);
  }

  /** A segment whose header is lost holds nothing that could be checked. */
  private JournalGap skip(SegmentFile damaged) throws IOException {
    try (damaged) {
      Path behind = pathAfter(index);
      long missing = 0;
      if (behind != null) {
        try (SegmentFile next = SegmentFile.openIfThere(behind)) {
          long first = next == null ? 0 : next.firstSequence();
          missing = expected > 0 && first > expected ? first - expected : 0;
          expected = first > 0 ? first : expected;
        }
      }
      return new JournalGap(Kind.DAMAGED, damaged.path(), 0, damaged.size(), missing);
    }
  }

  private SegmentFile file() {
    if (file == null) {
      throw new IllegalStateException("not in a segment");
    }
    return file;
  }

  private boolean isWriterAlive() throws IOException {
    if (!FolderLock.isHeld(folder)) {
      return false;
    }
    SegmentHeader newest = SegmentFile.newestHeader(folder);
    SegmentHeader here = file().header();
    return newest != null && here != null && newest.session() == here.session();
  }

  /** {@return what the journal holds, as its writer named it} */
  public String content() {
    return content;
  }

  /** {@return the process that owns the journal now, empty if none does} */
  public Optional<JournalOwner> liveOwner() {
    try {
      SegmentHeader newest = FolderLock.isHeld(folder) ? SegmentFile.newestHeader(folder) : null;
      return Optional.ofNullable(newest).map(SegmentHeader::owner);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Reads a mark.
   *
   * @param name as the writer named it
   * @return its sequence, 0 if it was never set
   * @throws IOException if it cannot be read
   */
  public long mark(String name) throws IOException {
    return MarkFile.read(JournalFolder.mark(folder, name)).sequence();
  }

  @Override
  public void close() {
    leave();
  }

  private void leave() {
    SegmentFile left = file;
    file = null;
    segment = null;
    if (left != null) {
      try {
        left.close();
      } catch (IOException ignored) {
        // Nothing was written; there is nothing to lose.
      }
    }
  }
}
