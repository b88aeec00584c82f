package dev.lastcall.spool;

import dev.lastcall.journal.JournalMark;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A sink that remembers what it got, and fails or blocks as it is told; for tests. */
final class Sinks implements SpoolSink {
  final List<String> got = new CopyOnWriteArrayList<>();
  final AtomicInteger failures = new AtomicInteger();
  final AtomicInteger failingFlushes = new AtomicInteger();
  volatile CountDownLatch gate = new CountDownLatch(0);
  volatile boolean closed;
  volatile long knows = -1;

  @Override
  public long resume(long delivered, long last, Function<String, JournalMark> marks) {
    return Math.max(delivered, knows);
  }

  @Override
  public void deliver(JournalRecord record) throws IOException {
    try {
      gate.await();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IOException("not now");
    }
    got.add(record.text());
  }

  @Override
  public void flush() throws IOException {
    if (failingFlushes.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IOException("not flushed");
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  static boolean offer(Spool spool, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return spool.offer(1, bytes, 0, bytes.length);
  }
}
