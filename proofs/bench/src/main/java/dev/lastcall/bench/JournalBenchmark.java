package dev.lastcall.bench;

import dev.lastcall.journal.Journal;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * 128 bytes appended so that they outlive the process, by one thread; nobody waits for the device.
 *
 * <p>{@code proofs/bench/bench JournalBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Against("claimChecksumCommit")
@Fork(
    jvmArgsPrepend = {
      "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED", // Agrona; the others are Chronicle's
      "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
      "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
      "--add-exports=jdk.unsupported/sun.misc=ALL-UNNAMED",
      "--add-exports=jdk.compiler/com.sun.tools.javac.file=ALL-UNNAMED",
      "--add-opens=jdk.compiler/com.sun.tools.javac=ALL-UNNAMED",
      "--add-opens=java.base/java.lang=ALL-UNNAMED",
      "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
      "--add-opens=java.base/java.io=ALL-UNNAMED",
      "--add-opens=java.base/java.util=ALL-UNNAMED",
      "--add-opens=java.base/java.nio=ALL-UNNAMED",
      "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
      "-Dchronicle.analytics.disable=true"
    })
public class JournalBenchmark {
  static final int BYTES = 128;

  private final byte[] payload = new byte[BYTES];

  /**
   * The least that a journal with a checksum does; a ring of 64 MiB, as much as the journal has,
   * without sequence or time.
   */
  @Benchmark
  public long claimChecksumCommit(MappedContenders.Ring ring) {
    return ring.append(payload);
  }

  @Benchmark
  public long lastcall(MappedContenders.Ours ours) {
    long sequence = ours.journal().append(1, payload);
    if (sequence == Journal.NOT_KEPT) {
      throw new IllegalStateException("not kept: " + ours.journal().failure());
    }
    return sequence;
  }

  /** No checksum; readers that are overtaken lose records; a lock where there are two writers. */
  @Benchmark
  public void agronaBroadcast(MappedContenders.Agrona agrona) {
    agrona.append(payload);
  }

  @Benchmark
  public void chronicleQueue(MappedContenders.Chronicle chronicle) {
    chronicle.append(payload);
  }

  @Benchmark
  public int fileChannelWrite(FileContenders.Channel channel, FileContenders.Own own)
      throws IOException {
    return channel.append(own);
  }

  @Benchmark
  public void randomAccessFileWithLock(FileContenders.Random file) throws IOException {
    file.append(payload);
  }

  @Benchmark
  public void log4j2MemoryMappedFile(LogContenders.Log4jMapped log) {
    log.append();
  }

  @Benchmark
  public void log4j2RandomAccessFile(LogContenders.Log4jRandom log) {
    log.append();
  }

  @Benchmark
  public void logbackFile(LogContenders.Logback log) {
    log.append();
  }

  @Benchmark
  public void mapDbCommit(StoreContenders.MapDb store) {
    store.append(payload);
  }

  @Benchmark
  public void h2MvStoreCommit(StoreContenders.MvStore store) {
    store.append(payload);
  }

  @Benchmark
  public void sqliteWalWithoutSync(StoreContenders.Sqlite store) throws SQLException {
    store.append(payload);
  }
}
