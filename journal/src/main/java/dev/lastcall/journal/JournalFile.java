package dev.lastcall.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;

/**
 * The only place that maps files.
 *
 * <p>A mapped page without a block behind it kills the process (SIGBUS) if the disk turns out to be
 * full, so a file is filled with zeros by writing before it is mapped: a full disk is then an
 * {@link IOException}. Its pages are touched, so that no append pays for a page fault.
 */
final class JournalFile {
  private static final int CHUNK = 128 * 1024;
  private static final int PAGE = 4096;

  private JournalFile() {}

  /**
   * Makes a file of zeros and maps it.
   *
   * @param path must not exist
   * @param bytes its size
   * @param between is run now and then meanwhile
   * @throws IOException if it cannot be made; nothing is left behind then
   */
  static MappedByteBuffer create(Path path, int bytes, Runnable between) throws IOException {
    try (FileChannel channel = open(path, StandardOpenOption.CREATE_NEW)) {
      fill(channel, bytes, between);
      return map(channel, bytes, between);
    } catch (IOException | RuntimeException | Error failure) {
      discard(path, failure);
      throw failure;
    }
  }

  /** What went wrong first is told; that the file stays is told with it. */
  private static void discard(Path path, Throwable failure) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException | RuntimeException stays) {
      failure.addSuppressed(stays);
    }
  }

  /** Maps a file that was made before; what was cut off its end is filled with zeros again. */
  static MappedByteBuffer reuse(Path path, int bytes, Runnable between) throws IOException {
    try (FileChannel channel = open(path, StandardOpenOption.READ)) {
      fill(channel, bytes, between);
      return map(channel, bytes, between);
    }
  }

  /** Cuts a file that nobody writes to behind the page of its last byte; returns what is left. */
  static long cut(Path path, long end) throws IOException {
    long size = (end + PAGE - 1) & -PAGE;
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      if (size < channel.size()) {
        channel.truncate(size);
      }
    }
    return size;
  }

  static FileAttribute<?>[] privateTo(String permissions, Path beside) {
    return beside.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static FileChannel open(Path path, StandardOpenOption how) throws IOException {
    return FileChannel.open(
        path,
        EnumSet.of(how, StandardOpenOption.READ, StandardOpenOption.WRITE),
        privateTo("rw-------", path));
  }

  private static void fill(FileChannel channel, int bytes, Runnable between) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect(Math.min(CHUNK, bytes));
    long at = channel.size();
    while (at < bytes) {
      zeros.position(0).limit((int) Math.min(zeros.capacity(), bytes - at));
      at += channel.write(zeros, at);
      between.run();
    }
  }

  private static MappedByteBuffer map(FileChannel channel, int bytes, Runnable between)
      throws IOException {
    MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
    for (int at = 0; at < bytes; at += PAGE) {
      mapped.put(at, mapped.get(at));
      if (at % CHUNK == 0) {
        between.run();
      }
    }
    return mapped;
  }
}
