package dev.lastcall.flush;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;
import java.io.Flushable;
import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * Writes out a file channel, a stream or a writer.
 *
 * <p>Bytes written to a {@link FileChannel} survive the process's end anyway; forcing them makes
 * them survive the machine's end too, and may take long on a busy disk. Bytes in a buffered stream
 * or writer are lost unless flushed. The rehearsal flushes too. Thread-safe if what it flushes is.
 */
public final class ChannelTarget implements FlushTarget {
  private final Flushable flushable;

  private ChannelTarget(Flushable flushable) {
    this.flushable = flushable;
  }

  /**
   * Forces a file's content, without its metadata, to the storage device; does nothing once the
   * channel is closed.
   *
   * @param channel the file
   * @return the target
   * @throws IllegalArgumentException if the channel is null
   */
  public static ChannelTarget of(FileChannel channel) {
    FileChannel given = Arguments.given("channel", channel);
    return new ChannelTarget(() -> force(given));
  }

  /**
   * Flushes a stream or writer. It may take the stream's own lock, and the last gasp overtakes it
   * if another thread never gives that lock back.
   *
   * @param flushable such as a {@link java.io.BufferedOutputStream} or {@link
   *     java.io.BufferedWriter}
   * @return the target
   * @throws IllegalArgumentException if it is null
   */
  public static ChannelTarget of(Flushable flushable) {
    return new ChannelTarget(Arguments.given("flushable", flushable));
  }

  @Override
  public void flush(Deadline deadline) throws IOException {
    flushable.flush();
  }

  private static void force(FileChannel channel) throws IOException {
    if (channel.isOpen()) {
      channel.force(false);
    }
  }
}
