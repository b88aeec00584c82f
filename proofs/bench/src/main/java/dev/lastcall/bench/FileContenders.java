package dev.lastcall.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Who makes a system call for each record. */
public final class FileContenders {
  private FileContenders() {}

  /** What each thread writes. */
  @State(Scope.Thread)
  public static class Own {
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(JournalBenchmark.BYTES);
  }

  /** A channel that appends. */
  @State(Scope.Benchmark)
  public static class Channel {
    private final BenchFolder folder = BenchFolder.make();
    private final FileChannel channel;

    public Channel() {
      channel =
          BenchFolder.made(
              () ->
                  FileChannel.open(
                      folder.file("log"),
                      StandardOpenOption.CREATE_NEW,
                      StandardOpenOption.APPEND));
    }

    int append(Own own) throws IOException {
      return channel.write(own.bytes.clear());
    }

    @TearDown
    public void close() throws IOException {
      channel.close();
      folder.delete();
    }
  }

  /** A file that is written under a lock. */
  @State(Scope.Benchmark)
  public static class Random {
    private final BenchFolder folder = BenchFolder.make();
    private final RandomAccessFile file;

    public Random() {
      file = BenchFolder.made(() -> new RandomAccessFile(folder.file("log").toFile(), "rw"));
    }

    synchronized void append(byte[] payload) throws IOException {
      file.write(payload);
    }

    @TearDown
    public void close() throws IOException {
      file.close();
      folder.delete();
    }
  }
}
