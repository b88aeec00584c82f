package dev.lastcall.orders;

import dev.lastcall.recorder.MetricsSnapshot;
import dev.lastcall.recorder.RecordedExit;
import dev.lastcall.recorder.RecordedExitText;
import dev.lastcall.recorder.RecordedExits;
import dev.lastcall.report.TextStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a killed service had left when nobody had touched it yet. Immutable.
 *
 * @param logLines lines in the order log
 * @param holds holds that were open
 * @param metricsAccepted the accepted orders in the last snapshot of the metrics, -1 if there is
 *     none
 * @param exit what its recorder says of its exit, in one sentence
 * @param recorded the same, for rendering
 */
public record LeftBehind(
    long logLines, long holds, long metricsAccepted, String exit, Optional<RecordedExit> recorded) {
  private static final Pattern ACCEPTED =
      Pattern.compile("^orders_accepted_total(?:\\{[^}]*})? ([0-9.Ee+]+)$", Pattern.MULTILINE);

  /** Reads it from the directory of the service. */
  static LeftBehind read(Path directory) throws IOException {
    Optional<RecordedExit> last = RecordedExits.in(directory.resolve(Witnesses.RECORDER)).last();
    return new LeftBehind(
        lines(directory.resolve("orders.log")),
        holds(directory),
        last.flatMap(exit -> exit.process().metrics()).map(LeftBehind::accepted).orElse(-1L),
        last.map(RecordedExitText::sentence).orElse("nothing is on record"),
        last);
  }

  /** How many holds nobody has given back. */
  static long holds(Path directory) throws IOException {
    try (Stream<Path> held = Files.list(directory.resolve(DurableHolds.WAREHOUSE))) {
      return held.count();
    }
  }

  /**
   * Shows what the recorder says of the exit.
   *
   * @param style what the terminal can show
   * @return several lines
   */
  public String exitText(TextStyle style) {
    return recorded.map(found -> RecordedExitText.render(found, style)).orElse(exit + "\n");
  }

  private static long lines(Path log) throws IOException {
    if (!Files.exists(log)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(log)) {
      return lines.count();
    }
  }

  private static long accepted(MetricsSnapshot snapshot) {
    Matcher matcher = ACCEPTED.matcher(snapshot.text());
    return matcher.find() ? (long) Double.parseDouble(matcher.group(1)) : -1;
  }
}
