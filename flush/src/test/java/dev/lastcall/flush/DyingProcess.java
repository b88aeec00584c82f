package dev.lastcall.flush;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.FlushTarget;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A process whose main thread is stuck for good when its last gasp comes; run by tests. */
final class DyingProcess {
  static final int RECORDS = 10_000;
  static final int EXIT_CODE = 70;

  /** Keeps the heap full. */
  private static volatile List<byte[]> hoarded = List.of();

  private DyingProcess() {}

  /** Arguments: what is wrong, then how the gasp is triggered. */
  public static void main(String[] args) throws Exception {
    LastGasp gasp = LastGasp.start(Ticker.system());
    BufferedWriter audit = Files.newBufferedWriter(Path.of("audit.log"));
    gasp.add("metrics", SnapshotTarget.of(Path.of("metrics.prom"), () -> "exits_total 1\n"));
    if (args[0].equals("hanging-target")) {
      Object lock = lockedForEver();
      gasp.add("hangs", new HangsAtTheEnd(lock));
    }
    gasp.add("audit", ChannelTarget.of(audit));
    gasp.rehearse(Deadline.after(ofSeconds(30)))
        .forEach(finding -> System.out.println(finding.message()));
    write(audit);
    if (args[0].equals("full-heap")) {
      fillTheHeap();
    }
    System.out.println("ready");
    if (args[1].equals("second-signal")) {
      gasp.arm(
          Deadline.after(ofHours(1)),
          Deadline.after(ofHours(1).plusMillis(500)),
          DyingProcess::halt);
      Class.forName("dev.lastcall.flush.DyingProcess$Marker");
      gasp.flushNow();
    } else {
      gasp.arm(Deadline.after(ofMillis(100)), Deadline.after(ofMillis(600)), DyingProcess::halt);
      Class.forName("dev.lastcall.flush.DyingProcess$Marker");
    }
    while (true) {
      LockSupport.park(hoarded);
    }
  }

  private static void write(BufferedWriter audit) {
    try {
      for (int i = 0; i < RECORDS; i++) {
        audit.write("record " + i + "\n");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void fillTheHeap() {
    List<byte[]> hoard = new ArrayList<>();
    for (int size = 1 << 20; size >= 1 << 10; size /= 2) {
      try {
        while (true) {
          hoard.add(new byte[size]);
        }
      } catch (OutOfMemoryError full) {
        // Try smaller pieces.
      }
    }
    hoard.remove(0); // 1 of 64 MB: the heap is 98 % full
    hoarded = hoard;
  }

  private static Object lockedForEver() {
    Object lock = new Object();
    Thread holder =
        new Thread(
            () -> {
              synchronized (lock) {
                while (true) {
                  LockSupport.park(lock);
                }
              }
            },
            "app-stuck");
    holder.setDaemon(true);
    holder.start();
    while (holder.getState() != Thread.State.WAITING) {
      LockSupport.parkNanos(1_000_000);
    }
    return lock;
  }

  private static void halt(FlushReport report) {
    for (TargetReport target : report.targets()) {
      System.out.println(target.name() + " " + target.outcome());
    }
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  /** Its loading marks, in the JVM's log, the moment of the trigger. */
  static final class Marker {}

  private record HangsAtTheEnd(Object lock) implements FlushTarget {
    @Override
    public void flush(Deadline deadline) {
      synchronized (lock) {
        lock.notifyAll();
      }
    }

    @Override
    public void rehearse(Deadline deadline) {}
  }
}
