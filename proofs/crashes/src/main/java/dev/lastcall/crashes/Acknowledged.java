package dev.lastcall.crashes;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a thread of a victim was told is kept: the number of its records and the sequence of the
 * last one, in a file of its own, written by a system call after each, so that it outlives SIGKILL
 * without the journal's help. Confined to one thread.
 */
final class Acknowledged implements AutoCloseable {
  private static final int BYTES = 2 * Long.BYTES;

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);

  private Acknowledged(FileChannel file) {
    this.file = file;
  }

  /** Opens the file of a thread in one life. */
  static Acknowledged open(Path directory, int life, int thread) throws IOException {
    return new Acknowledged(FileChannel.open(file(directory, life, thread), CREATE, WRITE));
  }

  void note(long count, long sequence) throws IOException {
    buffer.clear().putLong(count).putLong(sequence).flip();
    file.write(buffer, 0);
  }

  /** What a thread was told; zeros if nothing. */
  static Told read(Path directory, int life, int thread) throws IOException {
    Path file = file(directory, life, thread);
    if (!Files.exists(file) || Files.size(file) < BYTES) {
      return new Told(0, 0);
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    return new Told(bytes.getLong(), bytes.getLong());
  }

  private static Path file(Path directory, int life, int thread) {
    return directory.resolve("acknowledged-" + life + '-' + thread);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /**
   * What one thread was told.
   *
   * @param count how many of its records are kept
   * @param sequence of the last one
   */
  record Told(long count, long sequence) {}
}
