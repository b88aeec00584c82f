package dev.lastcall.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of the trail: {@code audit-NUMBER-DATE.jsonl}, perhaps gzipped by somebody.
 *
 * @param path where it is
 * @param number its place in the trail, from 1
 * @param day the day, in UTC, on which it was begun
 */
record TrailFile(Path path, long number, LocalDate day) {
  private static final Pattern NAME =
      Pattern.compile("audit-(\\d{6,18})-(\\d{4}-\\d{2}-\\d{2})\\.jsonl(?:\\.gz)?");
  private static final long TAIL_BYTES = 64 << 10;

  static TrailFile of(Path folder, long number, LocalDate day) {
    return new TrailFile(
        folder.resolve(String.format(Locale.ROOT, "audit-%06d-%s.jsonl", number, day)),
        number,
        day);
  }

  static Optional<TrailFile> named(Path path) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    return name.matches()
        ? Optional.of(
            new TrailFile(path, Long.parseLong(name.group(1)), LocalDate.parse(name.group(2))))
        : Optional.empty();
  }

  /** {@return the files of a folder in their order} */
  static List<TrailFile> in(Path folder) throws IOException {
    List<TrailFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      paths.forEach(path -> named(path).ifPresent(files::add));
    }
    files.sort(Comparator.comparingLong(TrailFile::number));
    return files;
  }

  /** {@return the last line, if it is whole and ends in a line break} */
  Optional<ChainLine> lastLine() throws IOException {
    boolean isPlain = !path.toString().endsWith(".gz");
    long size = Files.size(path);
    for (long tail = TAIL_BYTES; isPlain && tail < size; tail *= 16) {
      Optional<ChainLine> last = lastLineBehind(size - tail);
      if (last.isPresent()) {
        return last;
      }
    }
    return lastLineBehind(0);
  }

  private Optional<ChainLine> lastLineBehind(long offset) throws IOException {
    byte[] last = new byte[0];
    try (LineReader lines = LineReader.behind(path, offset)) {
      while (lines.next()) {
        last = lines.isComplete() ? lines.copy() : new byte[0];
      }
    }
    ChainLine line = new ChainLine();
    boolean isSound = line.read(last, 0, last.length) && line.isWhole();
    return isSound ? Optional.of(line) : Optional.empty();
  }

  String name() {
    return path.getFileName().toString();
  }
}
