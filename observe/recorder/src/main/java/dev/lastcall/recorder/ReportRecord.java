package dev.lastcall.recorder;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.ExitReport.DrainEnding;
import dev.lastcall.api.ExitReport.DrainReport;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.PhaseReport;
import dev.lastcall.api.ExitReport.ProcessFacts;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The report of an exit that came to its end, as one record.
 *
 * <p>Of a long report the cleanups that did not complete are kept first; {@code cleanups} says how
 * many there are in all. Texts are cut at 1000 bytes, stacks at 40 frames, causes of causes are
 * left out; the report file has them.
 *
 * <p>The layout, in the letters of {@link Kind}: the process, grace period and mode as in
 * INSTALLED, {@code b door, s detail, n n began at, t work done, n exit code, c { b phase, t began,
 * t elapsed }, b drain's ending, n in flight at begin, n at end, n served, t reserve, b last gasp,
 * c { s reason }, c { s target, t rehearsed, OUTCOME }, c { s id, b severity, s message, s advice
 * }, c { s name on the critical path }, n cleanups in all, c { n place, s name, b kind, c { s
 * predecessor }, t timeout, t allotted, t began, b critical, s trace id, OUTCOME }}.
 *
 * @param report what was kept of it
 * @param cleanups how many cleanups it had
 */
record ReportRecord(ExitReport report, int cleanups) {
  private static final int MOST_OF_A_KIND = 1_000;
  private static final int MOST_FINDINGS = 50;

  /** What the numbers behind a list take. */
  private static final int FOR_THE_REST = 256;

  static void write(ExitReport report, RecordBuffer out) {
    process(report.process(), report.gracePeriod(), report.mode(), out);
    out.word(report.reason().door()).text(report.reason().detail());
    out.moment(report.beganAt()).time(report.workDone()).number(report.exitCode());
    each(
        report.phases(),
        MOST_OF_A_KIND,
        out,
        phase -> out.word(phase.phase()).time(phase.began()).time(phase.elapsed()));
    DrainReport drain = report.drain();
    out.word(drain.ending()).number(drain.inFlightAtBegin()).number(drain.inFlightAtEnd());
    out.number(drain.served());
    flush(report.flush(), out);
    each(
        report.findings(),
        MOST_FINDINGS,
        out,
        finding ->
            out.text(finding.id())
                .word(finding.severity())
                .text(finding.message())
                .text(finding.advice()));
    each(report.criticalPath(), MOST_OF_A_KIND, out, out::text);
    cleanups(report.cleanups(), out);
  }

  static void process(ProcessFacts process, GracePeriod grace, Mode mode, RecordBuffer out) {
    out.number(process.pid()).text(process.host()).text(process.command()).text(process.java());
    out.moment(process.startedAt());
    out.time(grace.length()).text(grace.source()).word(mode);
  }

  private static void flush(FlushReport flush, RecordBuffer out) {
    out.time(flush.reserve()).octet(flush.lastGasp() ? 1 : 0);
    each(flush.reasons(), MOST_OF_A_KIND, out, out::text);
    each(
        flush.targets(),
        MOST_OF_A_KIND,
        out,
        target -> {
          out.text(target.name()).time(target.rehearsed());
          OutcomeRecord.write(target.outcome(), out);
        });
  }

  private static <T> void each(List<T> all, int most, RecordBuffer out, Consumer<T> one) {
    int place = out.slot();
    int kept = 0;
    for (int i = 0; i < all.size() && i < most; i++) {
      int mark = out.length();
      one.accept(all.get(i));
      if (out.room() < FOR_THE_REST) {
        out.backTo(mark);
        break;
      }
      kept++;
    }
    out.fill(place, kept);
  }

  private static void cleanups(List<CleanupReport> cleanups, RecordBuffer out) {
    out.number(cleanups.size());
    int place = out.slot();
    int kept = cleanups(cleanups, false, 0, out);
    out.fill(place, cleanups(cleanups, true, kept, out));
  }

  private static int cleanups(
      List<CleanupReport> cleanups, boolean completed, int before, RecordBuffer out) {
    int kept = before;
    for (int i = 0; i < cleanups.size() && kept < 0xFFFF; i++) {
      if (cleanups.get(i).outcome().isCompleted() == completed) {
        int mark = out.length();
        cleanup(i, cleanups.get(i), out);
        if (out.isFull()) {
          out.backTo(mark);
          return kept;
        }
        kept++;
      }
    }
    return kept;
  }

  private static void cleanup(int place, CleanupReport cleanup, RecordBuffer out) {
    out.number(place).text(cleanup.name()).word(cleanup.kind());
    each(cleanup.after(), MOST_OF_A_KIND, out, out::text);
    out.time(cleanup.timeout()).time(cleanup.allotted()).time(cleanup.began());
    out.octet(cleanup.critical() ? 1 : 0).text(cleanup.traceId());
    OutcomeRecord.write(cleanup.outcome(), out);
  }

  static ReportRecord read(RecordInput in) {
    ProcessFacts process = process(in);
    GracePeriod grace = grace(in);
    Mode mode = in.word(Mode.class);
    ExitReason reason = new ExitReason(in.word(ExitReason.Door.class), in.text());
    Instant beganAt = in.moment();
    Duration workDone = in.time();
    int exitCode = in.smallNumber();
    List<PhaseReport> phases =
        in.list(() -> new PhaseReport(in.word(ExitPhase.class), in.time(), in.time()));
    DrainReport drain =
        new DrainReport(
            in.word(DrainEnding.class), in.smallNumber(), in.smallNumber(), in.number());
    FlushReport flush = flush(in);
    List<Finding> findings =
        in.list(
            () -> new Finding(in.text(), in.word(Finding.Severity.class), in.text(), in.text()));
    List<String> path = in.list(in::text);
    int all = in.smallNumber();
    return new ReportRecord(
        new ExitReport(
            process,
            reason,
            mode,
            grace,
            beganAt,
            workDone,
            exitCode,
            phases,
            drain,
            cleanups(in),
            path,
            flush,
            findings),
        all);
  }

  static ProcessFacts process(RecordInput in) {
    return new ProcessFacts(in.number(), in.text(), in.text(), in.text(), in.moment());
  }

  static GracePeriod grace(RecordInput in) {
    return new GracePeriod(in.time(), in.text());
  }

  private static FlushReport flush(RecordInput in) {
    Duration reserve = in.time();
    boolean lastGasp = in.octet() == 1;
    List<String> reasons = in.list(in::text);
    List<TargetReport> targets =
        in.list(() -> new TargetReport(in.text(), in.time(), OutcomeRecord.read(in)));
    return new FlushReport(reserve, reasons, lastGasp, targets);
  }

  private static List<CleanupReport> cleanups(RecordInput in) {
    TreeMap<Integer, CleanupReport> inOrder = new TreeMap<>();
    int count = in.count();
    for (int i = 0; i < count; i++) {
      inOrder.put(in.smallNumber(), cleanup(in));
    }
    return List.copyOf(inOrder.values());
  }

  private static CleanupReport cleanup(RecordInput in) {
    String name = in.text();
    CleanupKind kind = in.word(CleanupKind.class);
    List<String> after = in.list(in::text);
    Duration timeout = in.time();
    Duration allotted = in.time();
    Duration began = in.time();
    boolean critical = in.octet() == 1;
    String traceId = in.text();
    Outcome outcome = OutcomeRecord.read(in);
    return new CleanupReport(
        name, kind, after, timeout, allotted, began, outcome, critical, traceId);
  }
}
