package dev.lastcall.report;

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
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports that no exit would write, but that a defect somewhere could: the same for one seed. */
final class RandomReports {
  private static final String ODD =
      "aZ09 \"\\/<>&'\n\r"
          + "\t\0\u0007\u001b\u007f\u0085\u00ad\u2028\u2029\u202e\ud800\udc00\ufffd\uffff表示é\u0301-";

  private final Random random;

  RandomReports(long seed) {
    random = new Random(seed);
  }

  ExitReport next() {
    return new ExitReport(
        new ProcessFacts(random.nextLong(), text(), text(), text(), moment()),
        new ExitReason(any(ExitReason.Door.values()), "x" + text()),
        any(Mode.values()),
        new GracePeriod(Duration.ofMillis(1 + random.nextInt(100_000)), text()),
        moment(),
        duration(),
        random.nextInt(),
        some(this::phase),
        new DrainReport(
            any(DrainEnding.values()), random.nextInt(), random.nextInt(), random.nextLong()),
        some(this::cleanup),
        some(this::text),
        new FlushReport(duration(), some(this::text), random.nextBoolean(), some(this::target)),
        some(this::finding));
  }

  private PhaseReport phase() {
    return new PhaseReport(any(ExitPhase.values()), duration(), duration());
  }

  private CleanupReport cleanup() {
    return new CleanupReport(
        "n" + text(),
        any(CleanupKind.values()),
        some(this::text),
        duration(),
        duration(),
        duration(),
        outcome(),
        random.nextBoolean(),
        text());
  }

  private TargetReport target() {
    return new TargetReport(text(), duration(), outcome());
  }

  private Finding finding() {
    return new Finding("id", any(Finding.Severity.values()), text(), text());
  }

  private Outcome outcome() {
    return switch (random.nextInt(5)) {
      case 0 -> new Outcome.Completed(duration());
      case 1 -> new Outcome.Failed(duration(), new Odd(random.nextInt(6)));
      case 2 -> new Outcome.TimedOut(duration(), duration(), sample());
      case 3 -> new Outcome.Abandoned(duration(), duration(), sample());
      default -> new Outcome.Skipped(text());
    };
  }

  private StackSample sample() {
    return new StackSample(text(), any(Thread.State.values()), some(this::frame), text(), text());
  }

  private StackTraceElement frame() {
    return new StackTraceElement(
        text(), text(), text(), text(), text(), text(), random.nextInt(9) - 2);
  }

  private Duration duration() {
    return switch (random.nextInt(8)) {
      case 0 -> Duration.ZERO;
      case 1 -> Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
      case 2 -> Duration.ofSeconds(Long.MIN_VALUE);
      case 3 -> Duration.ofNanos(-random.nextInt());
      case 4 -> Duration.ofNanos(random.nextInt(2_000));
      default -> Duration.ofNanos(random.nextLong(40_000_000_000L));
    };
  }

  private Instant moment() {
    return switch (random.nextInt(4)) {
      case 0 -> Instant.MAX;
      case 1 -> Instant.MIN;
      default -> Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
    };
  }

  private String text() {
    int length = random.nextInt(8) == 0 ? 90 : random.nextInt(12);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ODD.charAt(random.nextInt(ODD.length())));
    }
    return text.toString();
  }

  private <T> List<T> some(Supplier<T> supplier) {
    return Stream.generate(supplier)
        .limit(random.nextInt(random.nextInt(10) == 0 ? 60 : 5))
        .toList();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  /** A throwable as careless application code writes it. */
  @SuppressWarnings("serial") // Never serialized.
  static final class Odd extends RuntimeException {
    private final int kind;

    Odd(int kind) {
      this.kind = kind;
      addSuppressed(new IllegalStateException("suppressed", new IllegalArgumentException("deep")));
    }

    @Override
    public String getMessage() {
      if (kind == 0) {
        throw new IllegalStateException("no message today");
      }
      return kind == 1 ? "x".repeat(100_000) : "odd";
    }

    @Override
    public synchronized @Nullable Throwable getCause() {
      if (kind == 2) {
        throw new StackOverflowError();
      }
      return kind == 3 ? this : super.getCause();
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      return kind == 4 ? new StackTraceElement[1] : super.getStackTrace();
    }
  }
}
