package dev.lastcall.crashlab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A control group of one controller, of version 1 or 2, whichever the machine has; removed at the
 * end. Making one takes root.
 */
public final class Cgroup implements AutoCloseable {
  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Path folder;
  private final boolean unified;

  private Cgroup(Path folder, boolean unified) {
    this.folder = folder;
    this.unified = unified;
  }

  /**
   * Makes a group in which a process's threads are counted and limited.
   *
   * @return the group
   * @throws IOException if none can be made here
   */
  public static Cgroup ofPids() throws IOException {
    return of("pids");
  }

  /**
   * Makes a group in which a process's processor time is limited.
   *
   * @return the group
   * @throws IOException if none can be made here
   */
  public static Cgroup ofCpu() throws IOException {
    return of("cpu");
  }

  /**
   * Makes a group in which a process's memory is limited; who takes more of it is killed.
   *
   * @return the group
   * @throws IOException if none can be made here
   */
  public static Cgroup ofMemory() throws IOException {
    return of("memory");
  }

  private static Cgroup of(String controller) throws IOException {
    boolean unified = !Files.isDirectory(ROOT.resolve(controller));
    Path parent = unified ? ROOT : ROOT.resolve(controller);
    String name = "lastcall-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    if (unified) {
      Files.writeString(ROOT.resolve("cgroup.subtree_control"), "+" + controller);
    }
    return new Cgroup(Files.createDirectory(parent.resolve(name)), unified);
  }

  /**
   * Puts a running process into the group.
   *
   * @param process the process
   */
  public void add(Process process) {
    write("cgroup.procs", Long.toString(process.pid()));
  }

  /**
   * Returns a command that enters the group and then becomes the command behind it.
   *
   * @return for {@link ChildJvmBuilder#startedBy}
   */
  public String[] entrance() {
    String enter = "echo $$ > " + folder.resolve("cgroup.procs") + " && exec \"$@\"";
    return new String[] {"sh", "-c", enter, "sh"};
  }

  /**
   * Lets the group have no more than so many threads beyond those that it has.
   *
   * @param more 0 or more
   */
  public void allowMoreThreads(int more) {
    int current = Integer.parseInt(read("pids.current"));
    write("pids.max", Integer.toString(current + more));
  }

  /**
   * Limits the processor time, in periods of 100 ms.
   *
   * @param percent above 0; 100 is one processor
   */
  public void allowPercentOfOneProcessor(int percent) {
    int quotaMicros = percent * 1_000;
    if (unified) {
      write("cpu.max", quotaMicros + " 100000");
    } else {
      write("cpu.cfs_period_us", "100000");
      write("cpu.cfs_quota_us", Integer.toString(quotaMicros));
    }
  }

  /**
   * Limits the memory.
   *
   * @param bytes above 0
   */
  public void allowMemory(long bytes) {
    write(unified ? "memory.max" : "memory.limit_in_bytes", Long.toString(bytes));
  }

  /** Removes the group; its processes must have ended. */
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
