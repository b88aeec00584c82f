package dev.lastcall.runtime;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.flush.Reserve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The points in time of one exit, laid out backwards from its end.
 *
 * <pre>
 * began ──── drain, clean ──── cleanDeadline ── flush ── flushEnd ── report ── haltAt ── death ── end
 * </pre>
 *
 * <p>Immutable.
 *
 * @param beganNanos when the exit began
 * @param cleanDeadline when the last cleanup must have ended
 * @param flushEnd when the last flush target must have ended
 * @param haltAt when the process is ended by force, so that the JVM's own death fits too
 * @param reserve all that lies behind the clean deadline
 * @param reasons what the reserve is made of
 */
record ExitTimes(
    long beganNanos,
    Deadline cleanDeadline,
    Deadline flushEnd,
    Deadline haltAt,
    Duration reserve,
    List<String> reasons) {
  /** For writing the report when the flush has used all of its time. */
  static final Duration REPORT_SLICE = Duration.ofMillis(50);

  static ExitTimes of(long beganNanos, GracePeriod grace, Reserve reserve, Ticker ticker) {
    Duration death = reserve.length().minus(reserve.flush());
    Deadline end = Deadline.at(beganNanos + Deadline.nanosOf(grace.length()), ticker);
    Deadline haltAt = end.lessReserve(death);
    Deadline flushEnd = haltAt.lessReserve(REPORT_SLICE);
    Deadline clean = flushEnd.lessReserve(reserve.flush());
    List<String> reasons = new ArrayList<>(reserve.reasons());
    reasons.add("+" + REPORT_SLICE.toMillis() + " ms: report");
    return new ExitTimes(beganNanos, clean, flushEnd, haltAt, whole(reserve), reasons);
  }

  /** All that no cleanup may spend. */
  static Duration whole(Reserve reserve) {
    return reserve.length().plus(REPORT_SLICE);
  }

  /**
   * When the drain ends at the latest: it leaves the time that the plan demands, but has the
   * pre-drain delay in any case, which the plan was made without.
   */
  Deadline drainEnd(Duration demanded, Duration preDrain) {
    Deadline leaving = cleanDeadline.lessReserve(demanded);
    Deadline kept = Deadline.at(beganNanos + Deadline.nanosOf(preDrain), cleanDeadline.ticker());
    Deadline later = leaving.compareTo(kept) < 0 ? kept : leaving;
    return later.compareTo(cleanDeadline) < 0 ? later : cleanDeadline;
  }

  /** While there is time the flush gets more of it than it would have at the very end. */
  Deadline flushDeadline(Duration unhurried) {
    long slice = flushEnd.atNanos() - cleanDeadline.atNanos();
    Duration length = Duration.ofNanos(Math.max(slice, Deadline.nanosOf(unhurried)));
    return flushEnd.within(length);
  }

  Duration since(long nanos) {
    return Duration.ofNanos(Math.max(0, nanos - beganNanos));
  }

  /** The flush report with the whole reserve in it. */
  FlushReport whole(FlushReport flush) {
    return new FlushReport(reserve, reasons, flush.lastGasp(), flush.targets());
  }
}
