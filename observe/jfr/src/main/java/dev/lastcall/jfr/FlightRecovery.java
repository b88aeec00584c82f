package dev.lastcall.jfr;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.lastcall.api.Arguments;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes what a killed JVM left in its flight recorder's repository readable again.
 *
 * <p>A JVM that gets SIGKILL leaves the chunk that it was writing unfinished. JDK 17 opens such a
 * file, newer ones refuse it. What was flushed into it, which happens once a second, is whole: the
 * copy ends there and is marked as finished. Reads nothing but the heads and changes nothing of the
 * source. Stateless and thread-safe.
 */
public final class FlightRecovery {
  private static final String SUFFIX = ".jfr";

  private FlightRecovery() {}

  /**
   * Copies the chunks of a killed process into one recording.
   *
   * @param source a recording, the folder with the chunks of one process, or a repository with such
   *     folders, of which the one that was written last is taken
   * @param output the recording to make; must not exist
   * @return what was got back
   * @throws IllegalArgumentException if there is nothing that was ever flushed
   * @throws NoSuchFileException if the source does not exist
   * @throws FileAlreadyExistsException if the output exists
   * @throws IOException if something cannot be read or written; no output is left then
   */
  public static RecoveredFlight recover(Path source, Path output) throws IOException {
    Arguments.given("source", source);
    if (Files.exists(Arguments.given("output", output))) {
      throw new FileAlreadyExistsException(output.toString());
    }
    List<Path> files = files(source);
    Path beside = output.toAbsolutePath().resolveSibling("." + output.getFileName() + ".part");
    try (PartFile part = new PartFile(beside)) {
      RecoveredFlight recovered = copy(source, files, part.path(), output);
      if (recovered.chunks() == 0) {
        throw Arguments.refusal("source", source, "a recording into which something was flushed");
      }
      Files.move(part.path(), output, StandardCopyOption.ATOMIC_MOVE);
      return recovered;
    }
  }

  private static List<Path> files(Path source) throws IOException {
    if (!Files.exists(source)) {
      throw new NoSuchFileException(source.toString());
    }
    if (!Files.isDirectory(source)) {
      return List.of(source);
    }
    List<Path> newest = chunks(source);
    FileTime newestTime = FileTime.fromMillis(Long.MIN_VALUE);
    if (newest.isEmpty()) {
      for (Path folder : list(source, Files::isDirectory)) {
        List<Path> chunks = chunks(folder);
        FileTime written = chunks.isEmpty() ? newestTime : last(chunks);
        if (written.compareTo(newestTime) > 0) {
          newest = chunks;
          newestTime = written;
        }
      }
    }
    if (newest.isEmpty()) {
      throw Arguments.refusal("source", source, "a folder with *.jfr, or with such folders");
    }
    return newest;
  }

  private static FileTime last(List<Path> chunks) throws IOException {
    return Files.getLastModifiedTime(chunks.get(chunks.size() - 1));
  }

  /** The chunks of a process by time, which their names say. */
  private static List<Path> chunks(Path folder) throws IOException {
    return list(folder, file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file));
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(wanted).sorted().toList();
    }
  }

  private static RecoveredFlight copy(Path source, List<Path> files, Path part, Path output)
      throws IOException {
    int chunks = 0;
    int repaired = 0;
    long lost = 0;
    try (FileChannel to = FileChannel.open(part, CREATE_NEW, WRITE)) {
      for (Path file : files) {
        try (FileChannel from = FileChannel.open(file, READ)) {
          long at = 0;
          ChunkHeader head = ChunkHeader.read(from, at);
          while (head.isReadable()) {
            copy(from, at, head, to);
            chunks++;
            repaired += head.isFinished() ? 0 : 1;
            at += head.size();
            head = head.isFinished() ? ChunkHeader.read(from, at) : ChunkHeader.NONE;
          }
          lost += Math.max(0, from.size() - at);
        }
      }
      to.force(true);
      return new RecoveredFlight(source, output, chunks, repaired, to.size(), lost);
    }
  }

  private static void copy(FileChannel from, long at, ChunkHeader head, FileChannel to)
      throws IOException {
    long begin = to.position();
    long copied = 0;
    while (copied < head.size()) {
      long more = from.transferTo(at + copied, head.size() - copied, to);
      if (more <= 0) {
        throw new EOFException("a chunk got shorter while it was read");
      }
      copied += more;
    }
    if (!head.isFinished()) {
      to.write(ByteBuffer.allocate(1), begin + ChunkHeader.STATE);
    }
  }
}
