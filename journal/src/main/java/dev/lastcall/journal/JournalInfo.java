package dev.lastcall.journal;

import dev.lastcall.api.Arguments;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a journal's folder says of it at a glance, without reading its records. Immutable.
 *
 * @param content what it holds, as its writer named it
 * @param liveOwner the process that owns it now, empty if none does
 * @param segments its files, oldest first
 * @param marks its marks, by name
 * @param bytes what all its files take together
 */
public record JournalInfo(
    String content,
    Optional<JournalOwner> liveOwner,
    List<Segment> segments,
    List<Mark> marks,
    long bytes) {
  /** Copies the lists. */
  public JournalInfo {
    segments = List.copyOf(segments);
    marks = List.copyOf(marks);
  }

  /**
   * A file of the journal.
   *
   * @param file where it is
   * @param bytes its size
   * @param firstSequence of its first record; 0 if it is prepared and not in use, -1 if that is
   *     damaged
   * @param records how many were claimed in it
   * @param writer who wrote it, empty if that is damaged
   * @param closed whether its writer closed the journal, as opposed to having died
   */
  public record Segment(
      Path file,
      long bytes,
      long firstSequence,
      long records,
      Optional<JournalOwner> writer,
      boolean closed) {}

  /**
   * A mark beside the journal.
   *
   * @param name as its writer named it
   * @param sequence the sequence set last
   * @param detail the number set with it
   */
  public record Mark(String name, long sequence, long detail) {}

  /**
   * Looks at a journal, of a live or a dead process.
   *
   * @param directory the journal's folder
   * @return what it says
   * @throws IOException if it cannot be read, or is not a journal of a version known here
   */
  public static JournalInfo of(Path directory) throws IOException {
    try (JournalReader reader = JournalReader.open(Arguments.given("directory", directory))) {
      List<Segment> segments = new ArrayList<>();
      for (Path path : JournalFolder.segments(directory)) {
        Segment segment = segment(path);
        if (segment != null) {
          segments.add(segment);
        }
      }
      List<Mark> marks = new ArrayList<>();
      long bytes = 0;
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
        for (Path file : files) {
          bytes += Files.exists(file) ? Files.size(file) : 0;
          if (file.toString().endsWith(JournalFolder.MARK)) {
            marks.add(mark(file));
          }
        }
      }
      marks.sort(Comparator.comparing(Mark::name));
      return new JournalInfo(reader.content(), reader.liveOwner(), segments, marks, bytes);
    }
  }

  private static @Nullable Segment segment(Path path) throws IOException {
    try (SegmentFile file = SegmentFile.openIfThere(path)) {
      if (file == null) {
        return null;
      }
      return new Segment(
          path,
          file.size(),
          file.firstSequence(),
          JournalLayout.countOf(file.position()),
          Optional.ofNullable(file.header()).map(SegmentHeader::owner),
          file.isClosed());
    }
  }

  private static Mark mark(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    String encoded = name.substring(0, name.length() - JournalFolder.MARK.length());
    MarkFile.Values values = MarkFile.read(file);
    return new Mark(
        URLDecoder.decode(encoded, StandardCharsets.UTF_8), values.sequence(), values.detail());
  }

  /** {@return the sequence of the oldest record, 0 if there is none} */
  public long firstSequence() {
    return used().findFirst().map(Segment::firstSequence).orElse(0L);
  }

  /** {@return the sequence of the newest record that was claimed, 0 if there is none} */
  public long lastSequence() {
    return used()
        .reduce((older, newer) -> newer)
        .map(newest -> newest.firstSequence() + newest.records() - 1)
        .orElse(0L);
  }

  private Stream<Segment> used() {
    return segments.stream()
        .filter(segment -> segment.firstSequence() > 0 && segment.records() > 0);
  }
}
