package dev.lastcall.page;

import dev.lastcall.report.DurationText;
import dev.lastcall.report.TextStyle;
import dev.lastcall.report.WallTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A fleet for a terminal: a line for each cleanup and version, what stands out, and a heat map of
 * the exits.
 *
 * <p>Stateless and thread-safe.
 */
public final class FleetText {
  private static final int MOST_CLEANUPS = 30;
  private static final int MOST_OUTLIERS = 8;
  private static final int MOST_VERSIONS = 6;
  private static final int NAME = 20;
  private static final int NUMBER = 9;

  /** Below this there is no room for the trend. */
  private static final int WIDE = 100;

  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final String ASCII_BARS = "_.-=+*%#";

  private FleetText() {}

  /**
   * Draws a fleet.
   *
   * @param fleet the fleet
   * @param style what the terminal can show; below 100 cells the trend is left out
   * @return lines, each with a line break
   */
  public static String render(Fleet fleet, TextStyle style) {
    StringBuilder text = new StringBuilder();
    head(text, fleet);
    heading(text, style);
    row(text, fleet, fleet.whole(), style);
    fleet.cleanups().stream().limit(MOST_CLEANUPS).forEach(cost -> row(text, fleet, cost, style));
    if (fleet.cleanups().size() > MOST_CLEANUPS) {
      text.append("and ").append(fleet.cleanups().size() - MOST_CLEANUPS).append(" more\n");
    }
    outliers(text, fleet);
    text.append('\n').append(HeatMapText.render(fleet.heatMap(fleet.whole()), style));
    return text.toString();
  }

  private static void head(StringBuilder text, Fleet fleet) {
    text.append(fleet.exits()).append(fleet.exits() == 1 ? " exit, " : " exits, ");
    text.append(fleet.clean()).append(" clean");
    if (fleet.overrun() > 0) {
      text.append(", ").append(fleet.overrun()).append(" beyond the grace period");
    }
    text.append("\n  ").append(WallTime.of(fleet.from()));
    text.append(" to ").append(WallTime.of(fleet.to())).append('\n');
    List<String> versions = fleet.versions();
    int hidden = Math.max(0, versions.size() - MOST_VERSIONS);
    text.append(versions.size() == 1 ? "  version " : "  versions ");
    text.append(hidden > 0 ? "… " : "");
    text.append(String.join(", ", versions.subList(hidden, versions.size()))).append("\n\n");
  }

  private static void heading(StringBuilder text, TextStyle style) {
    StringBuilder line = new StringBuilder(pad("", NAME));
    for (String title : List.of("runs", "p50", "p95", "p99", "max")) {
      line.append(left(title));
    }
    if (style.width() >= WIDE) {
      line.append(left("critical")).append("  ").append(pad("trend of p50", Fleet.SLICES));
    }
    end(text, line.append("  did not complete"), style);
  }

  private static void row(StringBuilder text, Fleet fleet, FleetCost cost, TextStyle style) {
    StringBuilder line = new StringBuilder(pad(cost.name(), NAME));
    spread(line, cost.spread());
    if (style.width() >= WIDE) {
      int share = cost.critical() == 0 ? 0 : cost.critical() * 100 / cost.runs().size();
      line.append(left(share == 0 ? "" : share + " %"));
      line.append("  ").append(spark(fleet.trend(cost), style));
    }
    end(text, line.append("  ").append(bad(cost)), style);
    Map<String, Spread> versions = cost.byVersion();
    if (versions.size() > 1) {
      List<Map.Entry<String, Spread>> each = List.copyOf(versions.entrySet());
      for (Map.Entry<String, Spread> version :
          each.subList(Math.max(0, each.size() - MOST_VERSIONS), each.size())) {
        StringBuilder below = new StringBuilder(pad("  " + version.getKey(), NAME));
        spread(below, version.getValue());
        end(text, below, style);
      }
    }
  }

  private static void spread(StringBuilder line, Spread spread) {
    line.append(left(Integer.toString(spread.count())));
    for (Duration value : List.of(spread.p50(), spread.p95(), spread.p99(), spread.max())) {
      line.append(left(spread.count() == 0 ? "" : DurationText.of(value)));
    }
  }

  /** Each slice's median on a scale from nothing to the highest median. */
  private static String spark(List<Spread> trend, TextStyle style) {
    long most = trend.stream().mapToLong(slice -> slice.p50().toNanos()).max().orElse(0);
    String bars = style.unicode() ? BARS : ASCII_BARS;
    StringBuilder spark = new StringBuilder();
    for (Spread slice : trend) {
      boolean isEmpty = slice.count() == 0 || most == 0;
      long level = isEmpty ? 0 : (slice.p50().toNanos() * (bars.length() - 1) + most / 2) / most;
      spark.append(isEmpty ? ' ' : bars.charAt((int) level));
    }
    return spark.toString();
  }

  private static String bad(FleetCost cost) {
    List<String> parts = new ArrayList<>();
    cost.outcomes()
        .forEach(
            (word, count) -> {
              if (!word.equals("completed") && !word.equals("clean")) {
                parts.add(count + " " + word.replace('-', ' '));
              }
            });
    return String.join(", ", parts);
  }

  private static void outliers(StringBuilder text, Fleet fleet) {
    List<String> lines =
        fleet.cleanups().stream()
            .flatMap(cost -> cost.outliers().stream().map(run -> Map.entry(run, cost)))
            .sorted(Map.Entry.comparingByKey(Comparator.comparing(FleetRun::elapsed).reversed()))
            .map(each -> outlier(each.getValue(), each.getKey()))
            .toList();
    if (!lines.isEmpty()) {
      text.append("\nFar longer than usual\n");
      lines.stream()
          .limit(MOST_OUTLIERS)
          .forEach(line -> text.append("  ").append(line).append('\n'));
      if (lines.size() > MOST_OUTLIERS) {
        text.append("  and ").append(lines.size() - MOST_OUTLIERS).append(" more\n");
      }
    }
  }

  private static String outlier(FleetCost cost, FleetRun run) {
    return Stream.of(
            cost.name() + " " + DurationText.of(run.elapsed()) + " " + run.word().replace('-', ' '),
            "usually " + DurationText.of(cost.spread().p50()),
            WallTime.of(run.at()),
            run.version() + " on " + run.host(),
            run.source())
        .reduce((a, b) -> a + ", " + b)
        .orElseThrow();
  }

  private static String pad(String text, int width) {
    String cut = text.length() > width - 1 ? text.substring(0, width - 2) + "…" : text;
    return String.format(Locale.ROOT, "%-" + width + "s", cut);
  }

  private static String left(String text) {
    return String.format(Locale.ROOT, "%" + NUMBER + "s", text);
  }

  private static void end(StringBuilder text, StringBuilder line, TextStyle style) {
    String whole = line.toString().stripTrailing();
    String cut = style.unicode() ? "…" : ">";
    boolean fits = whole.length() <= style.width();
    text.append(fits ? whole : whole.substring(0, style.width() - 1) + cut).append('\n');
  }
}
