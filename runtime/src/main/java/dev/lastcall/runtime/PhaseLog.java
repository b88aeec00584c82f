package dev.lastcall.runtime;

import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitReport.PhaseReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes when each phase began. Written by one thread, read by any. */
final class PhaseLog {
  private final List<Begin> begins = new CopyOnWriteArrayList<>();

  private record Begin(ExitPhase phase, Duration at) {}

  /** Ends the phase before, if there was one, and begins the next. */
  void begin(ExitPhase phase, Duration at) {
    begins.add(new Begin(phase, at));
  }

  /** All phases that began, the current one as if it ended now. */
  List<PhaseReport> until(Duration now) {
    List<PhaseReport> reports = new ArrayList<>();
    List<Begin> all = List.copyOf(begins);
    for (int i = 0; i < all.size(); i++) {
      Duration end = i + 1 < all.size() ? all.get(i + 1).at() : now;
      Duration began = all.get(i).at();
      reports.add(new PhaseReport(all.get(i).phase(), began, end.minus(began)));
    }
    return reports;
  }
}
