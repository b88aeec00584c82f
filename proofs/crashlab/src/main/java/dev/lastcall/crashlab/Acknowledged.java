package dev.lastcall.crashlab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process has been told to be kept, in memory that outlives its SIGKILL: for each thread the
 * numbers from the first to the last that were acknowledged.
 *
 * <p>A process that is started again leaves out one number, because the one behind the last may
 * have been kept without being acknowledged. One thread for each slot.
 */
public final class Acknowledged {
  private static final int BYTES_PER_THREAD = 64;

  private final ByteBuffer bytes;

  private Acknowledged(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.nativeOrder());
  }

  /**
   * One run of one thread.
   *
   * @param thread its slot
   * @param first the first number of this run
   * @param last the last number acknowledged, less than the first if none was
   */
  public record Run(int thread, long first, long last) {}

  /**
   * Opens the memory, in the process that will be killed.
   *
   * @param file made if it does not exist
   * @param threads how many slots
   * @return the acknowledgements
   * @throws IOException if the file cannot be mapped
   */
  public static Acknowledged open(Path file, int threads) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MappedByteBuffer mapped =
          channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) threads * BYTES_PER_THREAD);
      return new Acknowledged(mapped);
    }
  }

  /**
   * Begins a run of a thread.
   *
   * @param thread its slot
   * @return the first number to use
   */
  public long begin(int thread) {
    int at = thread * BYTES_PER_THREAD;
    long first = bytes.getLong(at + Long.BYTES) + 2;
    bytes.putLong(at, first);
    bytes.putLong(at + Long.BYTES, first - 1);
    return first;
  }

  /**
   * Says that a number is kept.
   *
   * @param thread the slot
   * @param number one more than the last
   */
  public void acknowledge(int thread, long number) {
    bytes.putLong(thread * BYTES_PER_THREAD + Long.BYTES, number);
  }

  /**
   * Reads what a dead process has acknowledged.
   *
   * @param file the memory
   * @return a run for each thread that began one
   * @throws IOException if the file cannot be read
   */
  public static List<Run> read(Path file) throws IOException {
    List<Run> runs = new ArrayList<>();
    if (!Files.exists(file)) {
      return runs;
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
    for (int at = 0; at < bytes.capacity(); at += BYTES_PER_THREAD) {
      if (bytes.getLong(at) > 0) {
        runs.add(new Run(at / BYTES_PER_THREAD, bytes.getLong(at), bytes.getLong(at + Long.BYTES)));
      }
    }
    return runs;
  }
}
