package dev.lastcall.journal;

import dev.lastcall.journal.JournalGap.Kind;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the journal of a live or a dead process, from any process, without disturbing its writer.
 *
 * <p>Not thread-safe.
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
    SegmentHeader header = newestHeader(directory);
    if (header == null) {
      throw new IOException(directory + ": no journal");
    }
    return new JournalReader(directory, header.content());
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
      try (SegmentFile candidate = SegmentFile.open(path)) {
        long first = candidate.firstSequence();
        if (first > sequence) {
          break;
        }
        if (first > 0) {
          index = JournalFolder.indexOf(path) - 1;
        }
      } catch (NoSuchFileException gone) {
        // Used again meanwhile: it is among the newest now.
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
      if (entry == null || (entry instanceof JournalRecord record && record.sequence() >= from)) {
        return entry;
      }
      if (entry instanceof JournalGap && (expected() == 0 || expected() > from)) {
        return entry;
      }
    }
  }

  private long expected() {
    return segment == null ? expected : segment.expected();
  }

  private @Nullable JournalEntry nextOfAny() throws IOException {
    while (true) {
      if (segment == null) {
        if (!hasSegmentAfter(index)) {
          return null;
        }
        JournalEntry gap = enter();
        if (gap != null) {
          return gap;
        }
        continue;
      }
      JournalEntry entry = segment.next(this::isWriterAlive);
      if (file().isOvertaken()) {
        expected = segment.expected();
        leave();
        continue;
      }
      if (entry != null) {
        return entry;
      }
      if (!hasSegmentAfter(index)) {
        return null;
      }
      // What was claimed before the next segment was begun is visible now.
      entry = segment.next(this::isWriterAlive);
      if (entry != null) {
        return entry;
      }
      if (isWaiting()) {
        return null;
      }
      expected = segment.expected();
      leave();
    }
  }

  private boolean isWaiting() throws IOException {
    return segment != null && !segment.isAtTheEnd();
  }

  private SegmentFile file() {
    if (file == null) {
      throw new IllegalStateException("no segment");
    }
    return file;
  }

  private boolean hasSegmentAfter(long before) throws IOException {
    return pathAfter(before) != null;
  }

  /** The next segment in use, or too damaged to say. */
  private @Nullable Path pathAfter(long before) throws IOException {
    for (Path path : JournalFolder.segments(folder)) {
      if (JournalFolder.indexOf(path) > before) {
        try (SegmentFile candidate = SegmentFile.open(path)) {
          if (candidate.firstSequence() != 0) {
            return path;
          }
        } catch (NoSuchFileException gone) {
          // Used again meanwhile: it is among the newest now.
        }
      }
    }
    return null;
  }

  /** Goes into the next segment; a gap if something lies between or its start is damaged. */
  private @Nullable JournalGap enter() throws IOException {
    Path path = pathAfter(index);
    if (path == null) {
      return null;
    }
    SegmentFile next = SegmentFile.open(path);
    SegmentHeader header = next.header();
    index = JournalFolder.indexOf(path);
    if (header == null) {
      long size = next.size();
      next.close();
      return new JournalGap(Kind.DAMAGED, path, 0, size, 0);
    }
    long first = Math.max(0, next.firstSequence());
    long before = expected;
    file = next;
    segment = new SegmentReader(next, header, first > 0 ? first : before);
    if (before > 0 && first > before) {
      return new JournalGap(Kind.OVERTAKEN, path, 0, 0, first - before);
    }
    return next.firstCopyIsSound()
        ? null
        : new JournalGap(Kind.DAMAGED, path, 0, JournalLayout.HEADER_BYTES, 0);
  }

  private boolean isWriterAlive() throws IOException {
    if (!FolderLock.isHeld(folder)) {
      return false;
    }
    SegmentHeader newest = newestHeader(folder);
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
      SegmentHeader newest = FolderLock.isHeld(folder) ? newestHeader(folder) : null;
      return Optional.ofNullable(newest).map(SegmentHeader::owner);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static @Nullable SegmentHeader newestHeader(Path folder) throws IOException {
    List<Path> paths = JournalFolder.segments(folder);
    for (int i = paths.size() - 1; i >= 0; i--) {
      try (SegmentFile candidate = SegmentFile.open(paths.get(i))) {
        if (candidate.header() != null) {
          return candidate.header();
        }
      } catch (NoSuchFileException gone) {
        // Used again meanwhile; another one says the same.
      }
    }
    return null;
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
    try {
      leave();
    } catch (IOException ignored) {
      // Nothing was written; there is nothing to lose.
    }
  }

  private void leave() throws IOException {
    if (file != null) {
      file.close();
    }
    file = null;
    segment = null;
  }
}
