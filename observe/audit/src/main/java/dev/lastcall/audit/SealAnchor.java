package dev.lastcall.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Copies each seal to a file kept apart, which gives away a trail whose end was cut off. That it
 * cannot be written is told once and stops nothing. Confined to one thread.
 */
final class SealAnchor {
  private final TrailSettings settings;
  private boolean isTold;

  SealAnchor(TrailSettings settings) {
    this.settings = settings;
  }

  void keep(byte[] seal) {
    Path file = settings.anchor();
    if (file == null) {
      return;
    }
    try (FileChannel channel = open(file, new PrivateFiles(settings.groupReadable()))) {
      write(channel, isTorn(channel) ? new byte[] {'\n'} : new byte[0]);
      write(channel, seal);
      channel.force(false);
      isTold = false;
    } catch (IOException failure) {
      tell(file, failure);
    }
  }

  /** Whether a kill cut the last line short. */
  private static boolean isTorn(FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    return size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest, channel.size());
    }
  }

  private static FileChannel open(Path file, PrivateFiles files) throws IOException {
    if (!Files.exists(file)) {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        files.makeFolder(folder);
      }
      files.create(file).close();
    }
    return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private void tell(Path file, IOException failure) {
    if (!isTold) {
      isTold = true;
      settings.warn(
          "audit-anchor-failed",
          "The anchor " + file + " cannot be written: " + failure,
          "Make it writable; until then a trail that is cut off is found by its search index only.");
    }
  }
}
