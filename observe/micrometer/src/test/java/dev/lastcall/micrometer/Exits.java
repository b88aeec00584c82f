package dev.lastcall.micrometer;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport.ProcessFacts;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Events of an exit, and a clock that is moved by hand. */
final class Exits {
  static final StackSample SAMPLE =
      new StackSample("lc:db", Thread.State.WAITING, List.of(), "", "");
  static final ExitEvent INSTALLED =
      new ExitEvent.Installed(
          ZERO,
          new ProcessFacts(1, "host", "Main", "java", Instant.EPOCH),
          new GracePeriod(ofSeconds(10), "the test"),
          Mode.PERMISSIVE);

  private final AtomicLong nanos = new AtomicLong(123);

  Deadline.Ticker ticker() {
    return nanos::get;
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  static ExitPlan plan(String... names) {
    List<ExitPlan.Node> nodes =
        Arrays.stream(names)
            .map(
                name ->
                    new ExitPlan.Node(
                        name,
                        CleanupKind.OTHER,
                        List.of(),
                        ofSeconds(2),
                        ofSeconds(2),
                        ZERO,
                        Optional.empty()))
            .toList();
    return new ExitPlan(
        nodes,
        List.of(names),
        ofSeconds(2L * names.length),
        ofMillis(9_500),
        ExitPlan.Verdict.FITS,
        List.of());
  }

  static ExitEvent ready(String... names) {
    return new ExitEvent.Ready(ZERO, plan(names));
  }

  static ExitEvent began(String... names) {
    return new ExitEvent.ExitBegan(
        ZERO, new ExitReason(ExitReason.Door.SIGNAL, "SIGTERM"), plan(names));
  }

  static ExitEvent phase(ExitPhase phase, Duration at) {
    return new ExitEvent.PhaseBegan(at, phase);
  }

  static ExitEvent ended(String name, Outcome outcome) {
    return new ExitEvent.CleanupEnded(ZERO, name, outcome);
  }

  static Outcome completed(Duration elapsed) {
    return new Outcome.Completed(elapsed);
  }

  static Outcome failed(Duration elapsed) {
    return new Outcome.Failed(elapsed, new IllegalStateException("no"));
  }

  static Outcome timedOut(Duration elapsed) {
    return new Outcome.TimedOut(elapsed, ofSeconds(1), SAMPLE);
  }

  static Outcome abandoned(Duration elapsed) {
    return new Outcome.Abandoned(elapsed, ofSeconds(1), SAMPLE);
  }
}
