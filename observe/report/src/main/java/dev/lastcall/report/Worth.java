package dev.lastcall.report;

import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.Outcome;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Orders cleanups by how much a person wants to see them: first what did not complete, then the
 * critical path, then what took longest.
 */
final class Worth implements Comparator<Integer> {
  private final List<CleanupReport> cleanups;

  private Worth(List<CleanupReport> cleanups) {
    this.cleanups = cleanups;
  }

  /** Returns, for each cleanup, whether it is among the {@code most} that are worth most. */
  static boolean[] shown(List<CleanupReport> cleanups, int most) {
    Integer[] byWorth = new Integer[cleanups.size()];
    for (int index = 0; index < byWorth.length; index++) {
      byWorth[index] = index;
    }
    Arrays.sort(byWorth, new Worth(cleanups));
    boolean[] shown = new boolean[byWorth.length];
    for (int rank = 0; rank < byWorth.length && rank < most; rank++) {
      shown[byWorth[rank]] = true;
    }
    return shown;
  }

  @Override
  public int compare(Integer left, Integer right) {
    CleanupReport a = cleanups.get(left);
    CleanupReport b = cleanups.get(right);
    int rank = Integer.compare(rank(a), rank(b));
    return rank != 0 ? rank : Long.compare(elapsed(b.outcome()), elapsed(a.outcome()));
  }

  private static int rank(CleanupReport cleanup) {
    if (!cleanup.outcome().isCompleted()) {
      return 0;
    }
    return cleanup.critical() ? 1 : 2;
  }

  private static long elapsed(Outcome outcome) {
    return Nanos.of(outcome.elapsed());
  }
}
