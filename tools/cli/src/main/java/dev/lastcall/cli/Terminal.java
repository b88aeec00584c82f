package dev.lastcall.cli;

import dev.lastcall.report.TextStyle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What the terminal can show, as far as the environment tells. Immutable and thread-safe.
 *
 * @param interactive whether the standard output is a terminal
 * @param colour whether colours are wanted there
 * @param width its width in cells
 * @param charset what it understands; UTF-8 unless the locale says otherwise
 */
public record Terminal(boolean interactive, boolean colour, int width, Charset charset) {
  private static final int USUAL_WIDTH = 100;

  /**
   * Reads the environment: {@code LASTCALL_TTY} (1 if the standard output is a terminal, which the
   * launcher knows and a JVM does not), {@code NO_COLOR}, {@code TERM}, {@code COLUMNS} and the
   * locale.
   *
   * @param environment the variables
   * @return the terminal
   */
  public static Terminal of(Map<String, String> environment) {
    boolean interactive = environment.getOrDefault("LASTCALL_TTY", "").equals("1");
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(
        interactive, interactive && !plain, width(environment), charset(environment));
  }

  /**
   * Tells whether block characters can be shown.
   *
   * @return true for UTF-8
   */
  public boolean unicode() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  private static int width(Map<String, String> environment) {
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", "").strip());
      return Math.max(TextStyle.NARROWEST, Math.min(TextStyle.WIDEST, columns));
    } catch (NumberFormatException unset) {
      return USUAL_WIDTH;
    }
  }

  private static Charset charset(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
      if (!locale.isEmpty()) {
        boolean utf8 = locale.contains("utf-8") || locale.contains("utf8");
        return utf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
      }
    }
    return StandardCharsets.UTF_8;
  }
}
