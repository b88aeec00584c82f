package dev.lastcall.runtime;

import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitReport.PhaseReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Notes when each phase began. Used by one thread. */
final class PhaseLog {
  private final List<PhaseReport> ended = new ArrayList<>(ExitPhase.values().length);
  private ExitPhase current = ExitPhase.DRAIN;
  private Duration began = Duration.ZERO;

  /** Ends the phase before, if there was one, and begins the next. */
  void begin(ExitPhase phase, Duration at) {
    if (phase != ExitPhase.DRAIN) {
      ended.add(new PhaseReport(current, began, at.minus(began)));
    }
    current = phase;
    began = at;
  }

  /** All phases that began, the current one as if it ended now. */
  List<PhaseReport> until(Duration now) {
    List<PhaseReport> all = new ArrayList<>(ended);
    all.add(new PhaseReport(current, began, now.minus(began)));
    return all;
  }
}
