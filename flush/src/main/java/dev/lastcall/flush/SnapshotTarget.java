package dev.lastcall.flush;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes the last values of the metrics to a file in Prometheus' text form, where the node
 * exporter's textfile collector or a log shipper finds them after the process is gone.
 *
 * <p>A reader sees the old file or the new one, never half of one: the text goes to {@code
 * NAME.tmp} in the same folder, readable for all (0644), and is moved onto the name in one step.
 * The file is not forced to the storage device; it survives the process, not the machine.
 *
 * <p>The rehearsal does the same under the names {@code NAME.rehearsal.tmp} and {@code
 * NAME.rehearsal}, and deletes what it wrote. Thread-safe if the supplier is.
 */
public final class SnapshotTarget implements FlushTarget {
  private static final Set<PosixFilePermission> READABLE_FOR_ALL =
      PosixFilePermissions.fromString("rw-r--r--");
  private static final int BUFFER_BYTES = 8 * 1024;

  private final Path file;
  private final Supplier<? extends CharSequence> text;

  private SnapshotTarget(Path file, Supplier<? extends CharSequence> text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Writes a text to a file at the end.
   *
   * @param file where to; its folder exists. The textfile collector reads names that end in {@code
   *     .prom}
   * @param text gives the text, such as {@code prometheusRegistry::scrape}; must not wait
   * @return the target
   * @throws IllegalArgumentException if an argument is null, or the folder does not exist or cannot
   *     be written
   */
  public static SnapshotTarget of(Path file, Supplier<? extends CharSequence> text) {
    Path absolute = Arguments.given("file", file).toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null || Files.isDirectory(absolute) || !Files.isWritable(folder)) {
      throw Arguments.refusal("file", file, "a file in a folder that can be written");
    }
    return new SnapshotTarget(absolute, Arguments.given("text", text));
  }

  @Override
  public void flush(Deadline deadline) throws IOException {
    write(file);
  }

  @Override
  public void rehearse(Deadline deadline) throws IOException {
    Path rehearsal = sibling(file, ".rehearsal");
    write(rehearsal);
    Files.deleteIfExists(rehearsal);
  }

  private void write(Path to) throws IOException {
    CharSequence now = text.get();
    Path temporary = sibling(to, ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, CREATE, TRUNCATE_EXISTING, WRITE)) {
        encode(now, channel);
      }
      makeReadable(temporary);
      Files.move(temporary, to, ATOMIC_MOVE);
    } catch (Throwable failure) {
      discard(temporary, failure);
      throw failure;
    }
  }

  /** What went wrong first is told; that the file stays is told with it. */
  private static void discard(Path file, Throwable failure) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException | RuntimeException stays) {
      failure.addSuppressed(stays);
    }
  }

  /** In small pieces: a scrape can be megabytes, and there may be little memory left. */
  private static void encode(CharSequence text, FileChannel channel) throws IOException {
    CharsetEncoder encoder =
        StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
    CharBuffer characters = CharBuffer.wrap(text);
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
    CoderResult result;
    do {
      result = encoder.encode(characters, bytes, true);
      bytes.flip();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      bytes.clear();
    } while (result.isOverflow());
  }

  private static void makeReadable(Path path) throws IOException {
    try {
      Files.setPosixFilePermissions(path, READABLE_FOR_ALL);
    } catch (UnsupportedOperationException notPosix) {
      // Other file systems inherit the folder's rights.
    }
  }

  private static Path sibling(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }
}
