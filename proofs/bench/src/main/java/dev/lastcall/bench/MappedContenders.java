package dev.lastcall.bench;

import dev.lastcall.journal.Journal;
import dev.lastcall.journal.WhenFull;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastBufferDescriptor;
import org.agrona.concurrent.broadcast.BroadcastTransmitter;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** Who writes into memory that is a file. */
public final class MappedContenders {
  private static final int SEGMENT_BYTES = 16 << 20;

  /** The same for all: what goes through more memory meets colder caches. */
  private static final int RING_BYTES = 4 * SEGMENT_BYTES;

  private static final int PAGE = 4096;

  private MappedContenders() {}

  private static MappedByteBuffer map(Path file, int bytes) {
    return BenchFolder.made(() -> mapped(file, bytes));
  }

  private static MappedByteBuffer mapped(Path file, int bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MappedByteBuffer mapped = channel.map(MapMode.READ_WRITE, 0, bytes);
      for (int at = 0; at < bytes; at += PAGE) {
        mapped.put(at, (byte) 1);
        mapped.put(at, (byte) 0);
      }
      return mapped;
    }
  }

  /** A claim, a checksum, a copy and a commit, round and round. */
  @State(Scope.Benchmark)
  public static class Ring {
    private static final VarHandle INT =
        MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FRAME = 2 * Integer.BYTES + JournalBenchmark.BYTES;
    private static final int FRAMES = RING_BYTES / FRAME;

    private final AtomicLong claimed = new AtomicLong();
    private final BenchFolder folder = BenchFolder.make();
    private final MappedByteBuffer bytes;

    public Ring() {
      bytes = map(folder.file("ring"), RING_BYTES);
    }

    long append(byte[] payload) {
      long claim = claimed.getAndIncrement();
      int at = (int) (claim % FRAMES) * FRAME;
      CRC32C checksum = new CRC32C();
      checksum.update(payload, 0, payload.length);
      INT.set(bytes, at + Integer.BYTES, (int) checksum.getValue());
      bytes.put(at + 2 * Integer.BYTES, payload, 0, payload.length);
      INT.setRelease(bytes, at, payload.length);
      return claim;
    }

    @TearDown
    public void close() throws IOException {
      folder.delete();
    }
  }

  /** A journal of four segments, whose oldest gives way. */
  @State(Scope.Benchmark)
  public static class Ours {
    private final BenchFolder folder = BenchFolder.make();
    private final Journal journal =
        Journal.in(folder.path(), "bench/1")
            .segmentBytes(SEGMENT_BYTES)
            .capacityBytes(RING_BYTES)
            .whenFull(WhenFull.DROP_OLDEST)
            .open();

    Journal journal() {
      return journal;
    }

    @TearDown
    public void close() throws IOException {
      journal.close();
      folder.delete();
    }
  }

  /** Agrona's ring for one writer and many readers. */
  @State(Scope.Benchmark)
  public static class Agrona {
    private final BenchFolder folder = BenchFolder.make();
    private final UnsafeBuffer source = new UnsafeBuffer(new byte[JournalBenchmark.BYTES]);
    private final BroadcastTransmitter transmitter;
    private boolean isShared;

    public Agrona() {
      int bytes = RING_BYTES + BroadcastBufferDescriptor.TRAILER_LENGTH;
      transmitter = new BroadcastTransmitter(new UnsafeBuffer(map(folder.file("ring"), bytes)));
    }

    @Setup
    public void learn(BenchmarkParams params) {
      isShared = params.getThreads() > 1;
    }

    void append(byte[] payload) {
      if (isShared) {
        synchronized (this) {
          transmitter.transmit(1, source, 0, payload.length);
        }
      } else {
        transmitter.transmit(1, source, 0, payload.length);
      }
    }

    @TearDown
    public void close() throws IOException {
      folder.delete();
    }
  }

  /** Chronicle Queue; each thread has an appender of its own, as its manual asks. */
  @State(Scope.Benchmark)
  public static class Chronicle {
    private final BenchFolder folder = BenchFolder.make();
    private final ChronicleQueue queue = ChronicleQueue.singleBuilder(folder.path()).build();
    private final ThreadLocal<ExcerptAppender> appenders =
        ThreadLocal.withInitial(queue::createAppender);

    void append(byte[] payload) {
      try (DocumentContext document = appenders.get().writingDocument()) {
        Objects.requireNonNull(document.wire()).bytes().write(payload);
      }
    }

    @TearDown
    public void close() throws IOException {
      queue.close();
      folder.delete();
    }
  }
}
