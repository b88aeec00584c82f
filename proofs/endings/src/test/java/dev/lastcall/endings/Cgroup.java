package dev.lastcall.endings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * A control group of one controller, of version 1 or 2, whichever the machine has; removed at the
 * end.
 *
 * <p>Where none can be made, the test that asks is skipped with the reason.
 */
final class Cgroup implements AutoCloseable {
  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Path folder;
  private final boolean unified;

  private Cgroup(Path folder, boolean unified) {
    this.folder = folder;
    this.unified = unified;
  }

  /** Makes a group in which a process's threads are counted and limited. */
  static Cgroup ofPids() {
    return of("pids");
  }

  /** Makes a group in which a process's processor time is limited. */
  static Cgroup ofCpu() {
    return of("cpu");
  }

  private static Cgroup of(String controller) {
    boolean unified = !Files.isDirectory(ROOT.resolve(controller));
    Path parent = unified ? ROOT : ROOT.resolve(controller);
    String name = "lastcall-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    try {
      if (unified) {
        Files.writeString(ROOT.resolve("cgroup.subtree_control"), "+" + controller);
      }
      return new Cgroup(Files.createDirectory(parent.resolve(name)), unified);
    } catch (IOException refusal) {
      Assumptions.abort("needs root and a writable cgroup hierarchy: " + refusal);
      throw new UncheckedIOException(refusal);
    }
  }

  void add(Process process) {
    write("cgroup.procs", Long.toString(process.pid()));
  }

  /** Lets the group have no more than so many threads beyond those that it has. */
  void allowMoreThreads(int more) {
    int current = Integer.parseInt(read("pids.current"));
    write("pids.max", Integer.toString(current + more));
  }

  void allowPercentOfOneProcessor(int percent) {
    int quotaMicros = percent * 1_000;
    if (unified) {
      write("cpu.max", quotaMicros + " 100000");
    } else {
      write("cpu.cfs_period_us", "100000");
      write("cpu.cfs_quota_us", Integer.toString(quotaMicros));
    }
  }

  @Override
  public void close() {
    try {
      Files.delete(folder);
    } catch (IOException stillBusy) {
      throw new UncheckedIOException(stillBusy);
    }
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file)).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void write(String file, String value) {
    try {
      Files.writeString(folder.resolve(file), value);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
