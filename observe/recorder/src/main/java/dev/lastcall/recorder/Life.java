package dev.lastcall.recorder;

import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReport.ProcessFacts;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Mode;
import dev.lastcall.journal.JournalOwner;
import dev.lastcall.journal.JournalRecord;
import java.nio.BufferUnderflowException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One process while its records are read, in their order; then what became of it. Confined to one
 * thread.
 */
final class Life {
  private final JournalOwner owner;
  private final Instant firstSign;
  private Instant lastSign;
  private @Nullable ProcessFacts facts;
  private @Nullable GracePeriod grace;
  private @Nullable Mode mode;
  private boolean ready;
  private @Nullable PlanRecord plan;
  private @Nullable LifeExit exit;
  private @Nullable ReportRecord report;
  private @Nullable MetricsSnapshot metrics;
  private boolean closed;
  private long unreadable;

  Life(JournalRecord first) {
    owner = first.owner();
    firstSign = first.at();
    lastSign = firstSign;
  }

  /** Tells whether a record can be of this process's recorder, or begins that of another. */
  boolean owns(JournalRecord record) {
    boolean begins = record.type() == Kind.INSTALLED && (facts != null || exit != null);
    return owner.equals(record.owner()) && !begins;
  }

  boolean isOf(JournalOwner other) {
    return owner.equals(other);
  }

  Instant firstSign() {
    return firstSign;
  }

  void add(JournalRecord record) {
    alive(record.at());
    try {
      read(record.type(), new RecordInput(record.payload()), record.at());
    } catch (BufferUnderflowException | ArithmeticException | IllegalArgumentException foreign) {
      unreadable++;
    }
  }

  /** Notes a sign of life from the other journal. */
  void alive(Instant at) {
    lastSign = at.isAfter(lastSign) ? at : lastSign;
  }

  void metrics(MetricsSnapshot snapshot) {
    metrics = snapshot;
  }

  private void read(int kind, RecordInput in, Instant at) {
    switch (kind) {
      case Kind.INSTALLED, Kind.FACTS -> {
        facts = ReportRecord.process(in);
        grace = ReportRecord.grace(in);
        mode = in.word(Mode.class);
      }
      case Kind.READY -> ready = true;
      case Kind.PLAN -> plan(PlanRecord.read(in));
      case Kind.EXIT_ENDED -> report = ReportRecord.read(in);
      case Kind.CLOSED -> closed = true;
      case Kind.ALIVE, Kind.METRICS -> alive(at);
      default -> exit(at).read(kind, in);
    }
  }

  private LifeExit exit(Instant at) {
    LifeExit known = exit;
    if (known == null) {
      known = new LifeExit(at);
      exit = known;
    }
    return known;
  }

  private void plan(PlanRecord read) {
    plan = read;
    if (exit != null) {
      exit.plan(read);
    }
  }

  private RecordedProcess process() {
    ProcessFacts known =
        facts == null
            ? new ProcessFacts(owner.pid(), owner.host(), "", "", owner.startedAt())
            : facts;
    return new RecordedProcess(
        known,
        Optional.ofNullable(grace),
        Optional.ofNullable(mode),
        ready && plan != null ? Optional.of(plan.plan()) : Optional.<ExitPlan>empty(),
        plan == null ? 0 : plan.nodes(),
        firstSign,
        lastSign,
        Optional.ofNullable(metrics),
        unreadable);
  }

  /**
   * Tells what became of it.
   *
   * @param lives whether it is still there
   */
  RecordedExit end(boolean lives) {
    RecordedProcess process = process();
    if (report != null) {
      int omitted = report.cleanups() - report.report().cleanups().size();
      return new RecordedExit.Ended(process, report.report(), omitted);
    }
    if (exit != null && exit.isOver()) {
      ExitProgress progress = exit.progress(grace);
      return new RecordedExit.Ended(
          process, ProgressReport.ofEnded(process, progress, exit.exitCode()), progress.unlisted());
    }
    Optional<ExitProgress> progress = Optional.ofNullable(exit).map(begun -> begun.progress(grace));
    if (lives && !closed) {
      return new RecordedExit.StillRunning(process, progress);
    }
    if (progress.isPresent()) {
      return new RecordedExit.KilledInExit(process, progress.get());
    }
    return closed ? new RecordedExit.Closed(process) : new RecordedExit.KilledWithoutExit(process);
  }
}
