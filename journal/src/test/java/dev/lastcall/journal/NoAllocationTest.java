package dev.lastcall.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once it is compiled, an append allocates nothing. */
class NoAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUND = 20_000;

  @TempDir private Path folder;

  @Test
  @SuppressWarnings("deprecation") // threadId() came with 19
  void anAppendAllocatesNothing() {
    byte[] payload = new byte[128];
    long self = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    try (Journal journal =
        Journal.in(folder, "test/1")
            .segmentBytes(8 << 20)
            .capacityBytes(24 << 20)
            .whenFull(WhenFull.DROP_OLDEST)
            .open()) {
      for (int round = 0; round < 50 && least > 0; round++) {
        long before = THREADS.getThreadAllocatedBytes(self);
        for (int i = 0; i < ROUND; i++) {
          journal.append(1, payload);
        }
        least = Math.min(least, THREADS.getThreadAllocatedBytes(self) - before);
      }
    }
    assertThat(least).as("bytes allocated by %d appends", ROUND).isZero();
  }
}
