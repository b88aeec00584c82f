package dev.lastcall.bench;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Says on a stream of its own what is being measured, because it takes minutes. */
final class Progress {
  private final PrintStream stream;
  private final long beganNanos = System.nanoTime();

  Progress(PrintStream stream) {
    this.stream = stream;
  }

  /** Says that something begins. */
  void begins(String what) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - beganNanos);
    stream.printf("[%02d:%02d] %s%n", seconds / 60, seconds % 60, what);
  }
}
