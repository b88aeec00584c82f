package dev.lastcall.page;

import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import dev.lastcall.report.RecordedThrowable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads how a cleanup or a flush target ended. */
final class Outcomes {
  private Outcomes() {}

  static Outcome read(Member outcome) throws UnreadableReportException {
    Duration elapsed = outcome.at("elapsedMillis").millis();
    Member word = outcome.at("word");
    return switch (word.text()) {
      case "completed" -> new Outcome.Completed(elapsed);
      case "failed" -> new Outcome.Failed(elapsed, throwable(outcome.at("cause")));
      case "timed-out" ->
          new Outcome.TimedOut(
              elapsed, outcome.at("timeoutMillis").millis(), sample(outcome.at("sample")));
      case "abandoned" ->
          new Outcome.Abandoned(
              elapsed, outcome.at("timeoutMillis").millis(), sample(outcome.at("sample")));
      case "skipped" -> new Outcome.Skipped(outcome.at("why").text());
      default -> throw word.refusal("completed, failed, timed-out, abandoned or skipped");
    };
  }

  private static StackSample sample(Member sample) throws UnreadableReportException {
    return new StackSample(
        sample.at("thread").text(),
        sample.at("state").word(Thread.State.class),
        Frames.of(sample.at("frames").texts()),
        sample.at("lock").text(),
        sample.at("lockOwner").text());
  }

  private static Throwable throwable(Member thrown) throws UnreadableReportException {
    String message = thrown.at("message").text();
    RecordedThrowable throwable =
        new RecordedThrowable(thrown.at("type").text(), nullIfEmpty(message));
    throwable.setStackTrace(
        Frames.of(thrown.at("frames").texts()).toArray(StackTraceElement[]::new));
    if (thrown.at("cause").isPresent()) {
      throwable.initCause(throwable(thrown.at("cause")));
    }
    if (thrown.at("suppressed").isPresent()) {
      thrown.at("suppressed").list(Outcomes::throwable).forEach(throwable::addSuppressed);
    }
    return throwable;
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
