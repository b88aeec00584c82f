package dev.lastcall.spool;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A logging thread allocates nothing for the journal. */
@SuppressWarnings("deprecation") // threadId() came with 19
class NoAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ENTRIES = 20_000;

  @TempDir private Path folder;

  @Test
  void anEntryCostsNoMemory() {
    LogEntryWriters writers = new LogEntryWriters();
    try (Spool spool = Spool.in(folder, LogEntry.CONTENT, new Sinks()).open()) {
      offer(writers, spool);
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());

      offer(writers, spool);

      long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      // A new segment now and then, and code that is not compiled yet; an object each is 16 at
      // least.
      assertThat(bytes / ENTRIES).as("bytes an entry").isLessThan(16);
    }
  }

  private static void offer(LogEntryWriters writers, Spool spool) {
    for (int i = 0; i < ENTRIES; i++) {
      LogEntryWriter entry = writers.borrow(spool);
      entry.at(1, 2).level(20_000, "INFO").logger("orders").thread(1, "main").message("accepted");
      writers.offer(entry, spool);
    }
  }
}
