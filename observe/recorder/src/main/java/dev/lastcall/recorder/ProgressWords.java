package dev.lastcall.recorder;

import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.Outcome;
import dev.lastcall.report.DurationText;
import dev.lastcall.report.Unfinished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An exit that did not come to its end, in words. Stateless. */
final class ProgressWords {
  private static final List<String> WORST_FIRST =
      List.of("abandoned", "failed", "timed-out", "skipped", "completed");

  private ProgressWords() {}

  static Unfinished of(RecordedProcess process, ExitProgress progress, String verb) {
    return new Unfinished(
        sentence(progress, verb),
        timing(process, progress),
        names(progress, CleanupProgress::isRunning),
        names(progress, CleanupProgress::isWaiting));
  }

  private static String sentence(ExitProgress progress, String verb) {
    List<String> parts = new ArrayList<>();
    int running = progress.running().size();
    if (running > 0) {
      parts.add(running + " running");
    }
    int listed = 0;
    for (String word : WORST_FIRST) {
      int count = count(progress, word);
      listed += count;
      if (count > 0) {
        parts.add(count + " " + word.replace('-', ' '));
      }
    }
    if (progress.ended() > listed) {
      parts.add(progress.ended() - listed + " more ended");
    }
    if (progress.waiting() > 0) {
      parts.add(progress.waiting() + " not begun");
    }
    String counts = parts.isEmpty() ? "no cleanups" : String.join(", ", parts);
    return verb + " " + place(progress) + ": " + counts;
  }

  private static String place(ExitProgress progress) {
    return progress
        .phase()
        .map(phase -> "in the " + word(phase) + " phase of its exit")
        .orElse("as its exit began");
  }

  static String word(ExitPhase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  private static int count(ExitProgress progress, String word) {
    return (int)
        progress.cleanups().stream()
            .flatMap(cleanup -> cleanup.outcome().stream())
            .map(Outcome::word)
            .filter(word::equals)
            .count();
  }

  private static String timing(RecordedProcess process, ExitProgress progress) {
    String since = DurationText.of(progress.lastSign()) + " into the exit at least";
    return progress
        .left()
        .flatMap(
            left ->
                process
                    .gracePeriod()
                    .map(grace -> since + ", " + left(left) + DurationText.of(grace.length())))
        .map(words -> words + " grace left")
        .orElse(since + ", grace period");
  }

  private static String left(Duration left) {
    return left.isZero() ? "nothing of " : DurationText.of(left) + " of ";
  }

  private static Set<String> names(ExitProgress progress, Predicate<CleanupProgress> which) {
    return progress.cleanups().stream()
        .filter(which)
        .map(CleanupProgress::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
