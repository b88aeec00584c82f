package dev.lastcall.report;

import dev.lastcall.api.StackSample;

/** Where a thread was and what it waited for, in words. */
final class Waiting {
  private Waiting() {}

  /**
   * Returns a frame without the class loader and module before it: {@code a.B.c(B.java:7)} for
   * {@code app//a.B.c(B.java:7)}.
   */
  static String brief(String frame) {
    int bracket = frame.indexOf('(');
    return frame.substring(frame.lastIndexOf('/', bracket < 0 ? frame.length() : bracket) + 1);
  }

  /**
   * Returns {@code BLOCKED on java.lang.Object@1f2e, held by worker-7}, or less if less is known.
   */
  static String of(StackSample sample) {
    StringBuilder words = new StringBuilder(Words.of(sample.state()).replace('-', ' '));
    if (!sample.lock().isEmpty()) {
      words.append(" on ").append(sample.lock());
    }
    if (!sample.lockOwner().isEmpty()) {
      words.append(", held by ").append(sample.lockOwner());
    }
    return words.toString();
  }
}
