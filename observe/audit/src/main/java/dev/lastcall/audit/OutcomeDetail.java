package dev.lastcall.audit;

import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;

/** What an outcome has to say beside its word, in one short line. */
final class OutcomeDetail {
  private OutcomeDetail() {}

  static String of(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return thrown(failed.cause());
    }
    if (outcome instanceof Outcome.TimedOut late) {
      return at(late.sample());
    }
    if (outcome instanceof Outcome.Abandoned left) {
      return at(left.sample());
    }
    return outcome instanceof Outcome.Skipped skipped ? skipped.why() : "";
  }

  /** The message is other people's code, which may throw. */
  private static String thrown(Throwable cause) {
    try {
      return cause.toString();
    } catch (Throwable broken) {
      return cause.getClass().getName();
    }
  }

  private static String at(StackSample sample) {
    return sample.frames().isEmpty() ? "" : "at " + sample.place();
  }
}
