package dev.lastcall.flush;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the gasp will do, all of it made when it is armed.
 *
 * @param flushAt when it begins if nothing else did
 * @param end when it stops waiting for targets
 * @param run the run
 * @param afterwards what to do with the report
 * @param unspoken the report to fall back on, made while there is memory
 */
record Armed(
    Deadline flushAt,
    Deadline end,
    FlushRun run,
    Consumer<FlushReport> afterwards,
    FlushReport unspoken) {
  /** The report for the case that there is no memory for one at the end. */
  static FlushReport unspoken(GaspTarget[] targets, Reserve reserve) {
    Outcome unknown = new Outcome.Skipped("flushed, but no memory was left to say how it ended");
    List<TargetReport> reports =
        Arrays.stream(targets)
            .map(target -> new TargetReport(target.name(), target.rehearsed(), unknown))
            .toList();
    return new FlushReport(reserve.length(), reserve.reasons(), true, reports);
  }

  /**
   * Moves the end forward, so that a flush before its time takes no longer than one in time; also
   * while it is under way, because who wants it and who arms it may come in any order.
   */
  void hurry(Ticker ticker) {
    try {
      long early = Math.max(0, flushAt.atNanos() - ticker.nanos());
      run.endAt(Deadline.at(end.atNanos() - early, ticker));
    } catch (OutOfMemoryError ignored) {
      // It may take longer then.
    }
  }
}
