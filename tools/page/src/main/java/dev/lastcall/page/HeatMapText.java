package dev.lastcall.page;

import dev.lastcall.report.DurationText;
import dev.lastcall.report.TextStyle;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A heat map for a terminal: latency upwards, time from left to right, one character a cell, its
 * darkness the logarithm of the count.
 *
 * <p>Stateless and thread-safe.
 */
public final class HeatMapText {
  private static final int LABEL = 9;
  private static final String SHADES = "░▒▓█";
  private static final String ASCII_SHADES = ".+%#";

  /** Of the 256 colours of a terminal, from the rarest to the most frequent. */
  private static final int[] COLOURS = {54, 90, 126, 162, 167, 202, 208, 214, 220, 226};

  private static final DateTimeFormatter SECONDS = format("HH:mm:ss");
  private static final DateTimeFormatter DAYS = format("MM-dd HH:mm");

  private HeatMapText() {}

  /**
   * Draws a map.
   *
   * @param map the map; columns that do not fit beside each other are added up
   * @param style what the terminal can show
   * @return lines, the name first and the legend last, each with a line break
   */
  public static String render(HeatMap map, TextStyle style) {
    int perCell = Math.max(1, ceilDiv(map.columns(), style.width() - LABEL - 3));
    int columns = ceilDiv(map.columns(), perCell);
    long[][] counts = counts(map, perCell, columns);
    long most = most(counts);
    StringBuilder text = new StringBuilder(map.name()).append("  ");
    text.append(map.runs()).append(map.runs() == 1 ? " run\n" : " runs\n");
    for (int row = map.rows() - 1; row >= 0; row--) {
      text.append(label(map.floor(row))).append(' ').append(style.unicode() ? '┊' : '|');
      for (long count : counts[row]) {
        appendCell(text, count, most, style);
      }
      endLine(text);
    }
    axis(text, map, columns, perCell);
    legend(text, most, style);
    return text.toString();
  }

  private static long[][] counts(HeatMap map, int perCell, int columns) {
    long[][] counts = new long[map.rows()][columns];
    for (HeatMap.Cell cell : map.cells()) {
      counts[cell.row()][cell.column() / perCell] += cell.count();
    }
    return counts;
  }

  private static long most(long[][] counts) {
    long most = 1;
    for (long[] row : counts) {
      for (long count : row) {
        most = Math.max(most, count);
      }
    }
    return most;
  }

  private static void appendCell(StringBuilder text, long count, long most, TextStyle style) {
    if (count == 0) {
      text.append(' ');
      return;
    }
    if (style.colour()) {
      text.append("\u001b[38;5;").append(COLOURS[step(count, most, COLOURS.length)]).append('m');
      text.append(style.unicode() ? '█' : '#').append("\u001b[0m");
      return;
    }
    String shades = style.unicode() ? SHADES : ASCII_SHADES;
    text.append(shades.charAt(step(count, most, shades.length())));
  }

  /** The place of a count on a logarithmic scale from 1 to the highest count. */
  private static int step(long count, long most, int steps) {
    if (most <= 1) {
      return steps / 2;
    }
    return (int) Math.min(steps - 1, steps * Math.log(count) / Math.log(most));
  }

  private static void axis(StringBuilder text, HeatMap map, int columns, int perCell) {
    Duration width = map.column().multipliedBy(perCell);
    boolean days = width.multipliedBy(columns).compareTo(Duration.ofDays(1)) > 0;
    DateTimeFormatter format = days ? DAYS : SECONDS;
    int apart = days ? 16 : 12;
    StringBuilder axis = new StringBuilder(" ".repeat(LABEL + 2));
    for (int column = 0; column == 0 || column + apart <= columns; column += apart) {
      Instant at = map.from().plus(width.multipliedBy(column));
      axis.append(String.format(Locale.ROOT, "%-" + apart + "s", format.format(at)));
    }
    endLine(text.append(axis));
  }

  private static void legend(StringBuilder text, long most, TextStyle style) {
    text.append(" ".repeat(LABEL + 2)).append("UTC; count ");
    long last = 0;
    for (int power = 0; power <= 18; power++) {
      long count = Math.min(most, (long) Math.pow(10, power));
      if (count == last) {
        break;
      }
      last = count;
      appendCell(text, count, most, style);
      text.append(' ').append(count).append("  ");
    }
    endLine(text);
  }

  private static String label(Duration latency) {
    long nanos = latency.toNanos();
    String label;
    if (nanos < 1_000) {
      label = nanos + " ns";
    } else if (nanos < 999_500) {
      label = nanos < 9_950 ? tenths(nanos) + " µs" : (nanos + 500) / 1000 + " µs";
    } else {
      label = DurationText.of(latency);
    }
    return String.format(Locale.ROOT, "%" + LABEL + "s", label);
  }

  private static String tenths(long nanos) {
    long tenths = (nanos + 50) / 100;
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
  }

  private static void endLine(StringBuilder text) {
    while (text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    text.append('\n');
  }

  private static int ceilDiv(int value, int by) {
    return (value + by - 1) / by;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
