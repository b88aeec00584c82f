package dev.lastcall.flush;

import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.Outcome;

/** Reads reports and threads, for tests. */
final class Reports {
  private Reports() {}

  static Outcome outcome(FlushReport report, String name) {
    return report.targets().stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  static Throwable causeOf(FlushReport report, String name) {
    return ((Outcome.Failed) outcome(report, name)).cause();
  }

  @SuppressWarnings("deprecation") // threadId() came with 19
  static Thread newestThread(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .max((one, other) -> Long.compare(one.getId(), other.getId()))
        .orElseThrow();
  }
}
