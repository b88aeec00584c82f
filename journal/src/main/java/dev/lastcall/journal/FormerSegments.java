package dev.lastcall.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What earlier owners left in a folder. Only the last segment is looked into, and of that only the
 * position unless it is damaged; so opening takes no longer for a large journal.
 */
final class FormerSegments {
  private final List<OldSegment> used = new ArrayList<>();
  private final List<OldSegment> unused = new ArrayList<>();
  private @Nullable String content;
  private long nextSequence = 1;
  private long nextIndex = 1;

  private FormerSegments() {}

  static FormerSegments in(Path folder) throws IOException {
    FormerSegments found = new FormerSegments();
    for (Path path : JournalFolder.segments(folder)) {
      found.add(path);
    }
    if (!found.used.isEmpty()) {
      found.lookInto(found.used.remove(found.used.size() - 1));
    }
    deleteSpares(folder);
    return found;
  }

  /** Oldest first. */
  List<OldSegment> used() {
    return used;
  }

  /** Prepared, and never written to. */
  List<OldSegment> unused() {
    return unused;
  }

  /** What the journal holds; null if nothing says so. */
  @Nullable String content() {
    return content;
  }

  long nextSequence() {
    return nextSequence;
  }

  long nextIndex() {
    return nextIndex;
  }

  private void add(Path path) throws IOException {
    try (SegmentFile file = SegmentFile.open(path)) {
      SegmentHeader header = file.header();
      long first = file.firstSequence();
      OldSegment segment =
          new OldSegment(path, null, file.size(), header == null ? 0 : header.generation());
      if (header != null) {
        content = header.content();
      }
      if (header != null && first == 0) {
        unused.add(segment);
        return;
      }
      nextIndex = JournalFolder.indexOf(path) + 1;
      nextSequence = Math.max(nextSequence, first);
      if (first > 0) {
        endOpenOnes(first);
      }
      used.add(segment);
    }
  }

  /** A segment ends where the next one begins. */
  private void endOpenOnes(long next) {
    for (OldSegment segment : used) {
      if (segment.last() == OldSegment.UNKNOWN) {
        segment.endsAt(next - 1);
      }
    }
  }

  /** Finds the end of what the last owner wrote, and cuts off what lies behind it. */
  private void lookInto(OldSegment last) throws IOException {
    try (SegmentFile file = SegmentFile.open(last.path())) {
      SegmentHeader header = file.header();
      // No sequence is given twice, even if nobody can say which ones were given.
      long most = nextSequence + file.size() / JournalLayout.FRAME_ALIGNMENT;
      if (header == null) {
        nextSequence = most;
        used.add(last);
        endOpenOnes(nextSequence);
        return;
      }
      SegmentReader reader = new SegmentReader(file, header, Math.max(0, file.firstSequence()));
      reader.skipClaimed();
      JournalEntry beyond = reader.next(() -> false);
      while (beyond != null) {
        beyond = reader.next(() -> false);
      }
      nextSequence = reader.expected() > 0 ? Math.max(reader.expected(), nextSequence) : most;
      if (reader.end() == JournalLayout.FRAMES) {
        unused.add(last);
        return;
      }
      long size = JournalFile.cut(last.path(), reader.end());
      used.add(new OldSegment(last.path(), null, size, last.generation()));
      endOpenOnes(nextSequence);
    }
  }

  private static void deleteSpares(Path folder) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, "*" + JournalFolder.SPARE)) {
      for (Path path : files) {
        Files.deleteIfExists(path);
      }
    } catch (java.nio.file.DirectoryIteratorException failure) {
      throw failure.getCause();
    }
  }
}
