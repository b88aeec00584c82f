package dev.lastcall.demo;

import dev.lastcall.cli.Terminal;
import dev.lastcall.orders.KillResult;
import dev.lastcall.orders.LeftBehind;
import dev.lastcall.report.TextStyle;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/**
 * What the demo prints when the service was killed: what the recorder says of the exit that never
 * happened, and what became of the acknowledged. Immutable.
 */
final class KillSummary {
  private final TextStyle style;
  private final Ansi ansi;

  KillSummary(Terminal terminal) {
    style = new TextStyle(terminal.width(), terminal.colour(), terminal.unicode());
    ansi = terminal.colour() ? Ansi.ON : Ansi.OFF;
  }

  String of(KillResult result) {
    LeftBehind left = result.left();
    return Symbols.fit(
        "\n"
            + left.exitText(style)
            + "\n"
            + verdict(result)
            + line(
                "orders",
                "%,d acknowledged: %,d rows, %,d messages, %,d log lines missing, %,d invented",
                result.acknowledged(),
                result.losses().rows(),
                result.losses().messages(),
                result.losses().logLines(),
                result.invented())
            + line(
                "cut off",
                "%,d requests had no answer yet; nobody promised them anything",
                result.unanswered())
            + line(
                "log tail",
                "%,d lines had not reached the file and were delivered by the next start",
                result.logTailLines())
            + line(
                "holds",
                "%,d were open at the kill, %,d are open now",
                left.holds(),
                result.durableOpen())
            + line(
                "metrics",
                "orders_accepted_total was %,d in the last snapshot",
                left.metricsAccepted())
            + line("audit", "%s", result.audit().words())
            + line("restarted", "and ended by itself, exit code %d", result.exitCode()),
        style.unicode());
  }

  private String verdict(KillResult result) {
    return result.isClean()
        ? ansi.string("@|bold,green ✔ nothing lost to kill -9|@\n")
        : ansi.string("@|bold,red ✘ not everything survived kill -9|@\n");
  }

  private static String line(String name, String format, Object... values) {
    return String.format(Locale.ROOT, "  %-9s ", name)
        + String.format(Locale.ROOT, format, values)
        + "\n";
  }
}
