package dev.lastcall.jfr;

import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.util.Optional;

/** What events say of an outcome beside its word. Stateless and thread-safe. */
final class OutcomeText {
  private static final int LONGEST = 1000;

  private OutcomeText() {}

  /** What was thrown or why it was not begun, empty if neither. Never throws. */
  static String failure(Outcome outcome) {
    if (outcome instanceof Outcome.Skipped skipped) {
      return skipped.why();
    }
    if (!(outcome instanceof Outcome.Failed failed)) {
      return "";
    }
    try {
      String text = failed.cause().toString();
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    } catch (Throwable broken) { // the message of somebody else's exception
      return failed.cause().getClass().getName();
    }
  }

  /** Where it was when its time was up, empty if it was in time. */
  static String place(Outcome outcome) {
    return sample(outcome).map(StackSample::place).orElse("");
  }

  /** What it was doing when its time was up, empty if it was in time. */
  static Optional<StackSample> sample(Outcome outcome) {
    if (outcome instanceof Outcome.TimedOut late) {
      return Optional.of(late.sample());
    }
    return outcome instanceof Outcome.Abandoned left
        ? Optional.of(left.sample())
        : Optional.empty();
  }
}
