package dev.lastcall.runtime;

import dev.lastcall.api.Deadline;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes text for a person to the standard error stream; the only place that names it.
 *
 * <p>Whoever reads the stream may have stopped reading, and then a write never returns. So one
 * thread, started long before, does the writing, and nobody waits for it longer than they choose
 * to. Thread-safe.
 */
final class ReportPrinter implements Runnable {
  private static final int DEFAULT_WIDTH = 100;
  private static final int MIN_WIDTH = 40;
  private static final int MAX_WIDTH = 200;
  private static final long STEP_NANOS = 500_000;

  private final ConcurrentLinkedQueue<String> texts = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final boolean quiet;
  private final boolean colour;
  private final int width;
  private volatile @Nullable Thread thread;
  private volatile boolean stopped;

  private ReportPrinter(boolean quiet, boolean colour, int width) {
    this.quiet = quiet;
    this.colour = colour;
    this.width = width;
  }

  static ReportPrinter of(Surroundings surroundings, boolean quiet) {
    boolean colour = surroundings.variable("NO_COLOR").isEmpty() && isTerminal(surroundings);
    int width =
        surroundings
            .variable("COLUMNS")
            .filter(columns -> columns.matches("\\d{1,4}"))
            .map(Integer::parseInt)
            .orElse(DEFAULT_WIDTH);
    return new ReportPrinter(quiet, colour, Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width)));
  }

  /** Asks the file system and not {@code System.console()}, which is slow to come on JDK 22+. */
  private static boolean isTerminal(Surroundings surroundings) {
    try {
      String target = Files.readSymbolicLink(surroundings.path("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException | SecurityException unknown) {
      return false;
    }
  }

  /** A printer of the same shape that prints nothing. */
  ReportPrinter silent() {
    return new ReportPrinter(true, colour, width);
  }

  boolean colour() {
    return colour;
  }

  int width() {
    return width;
  }

  /** Has the text written, one line break after it; never blocks. */
  void print(String text) {
    if (!quiet) {
      waiting.incrementAndGet();
      texts.add(text);
      LockSupport.unpark(thread);
    }
  }

  /** Waits until all is written; false if the deadline came first. */
  boolean awaitWritten(Deadline deadline) {
    while (waiting.get() > 0) {
      if (deadline.isExpired()) {
        return false;
      }
      LockSupport.parkNanos(this, Math.min(STEP_NANOS, deadline.remainingNanos()));
    }
    return true;
  }

  /** Ends the thread once it has written what was given to it. */
  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    while (true) {
      String text = texts.poll();
      if (text != null) {
        write(text);
        waiting.decrementAndGet();
      } else if (stopped) {
        return;
      } else {
        LockSupport.park(this);
      }
    }
  }

  private static void write(String text) {
    try {
      PrintStream stream = System.err;
      stream.println(text);
      stream.flush();
    } catch (Throwable lost) {
      // Without memory to encode it the text is lost; the thread is not.
    }
  }
}
