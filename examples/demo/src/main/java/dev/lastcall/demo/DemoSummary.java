package dev.lastcall.demo;

import dev.lastcall.cli.Terminal;
import dev.lastcall.orders.DemoResult;
import dev.lastcall.orders.Losses;
import dev.lastcall.orders.ServiceReport;
import dev.lastcall.report.ReportText;
import dev.lastcall.report.TextStyle;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/**
 * What the demo prints at its end: the timeline of the exit, what became of the requests, where the
 * report is. Immutable.
 */
final class DemoSummary {
  private final TextStyle style;
  private final Ansi ansi;

  DemoSummary(Terminal terminal) {
    style = new TextStyle(terminal.width(), terminal.colour(), terminal.unicode());
    ansi = terminal.colour() ? Ansi.ON : Ansi.OFF;
  }

  /** One result, or two beside each other, of which the last one left a report. */
  String of(List<DemoResult> results) {
    StringBuilder text = new StringBuilder("\n");
    DemoResult last = results.get(results.size() - 1);
    last.report()
        .ifPresent(left -> text.append(ReportText.render(left.report(), style)).append('\n'));
    text.append(results.size() == 1 ? single(last) : table(results));
    text.append(line("report", file(last, ServiceReport::json)));
    text.append(line("page", file(last, ServiceReport::page)));
    return Symbols.fit(text.toString(), style.unicode());
  }

  private String single(DemoResult result) {
    Losses losses = result.losses();
    return verdict(result)
        + line(
            "requests",
            String.format(
                Locale.ROOT,
                "%,d sent: %,d answered, %,d refused, %,d lost",
                result.sent(),
                result.answered(),
                result.refused(),
                losses.answers()))
        + line(
            "elsewhere",
            String.format(
                Locale.ROOT,
                "%,d sent to another instance, because this one was not ready",
                result.elsewhere()))
        + line(
            "orders",
            String.format(
                Locale.ROOT,
                "%,d acknowledged: %,d rows, %,d messages, %,d log lines missing",
                result.answered(),
                losses.rows(),
                losses.messages(),
                losses.logLines()))
        + line(
            "process",
            String.format(
                Locale.ROOT,
                "ended by %s after %s of %s, exit code %d",
                endedBy(result),
                seconds(result.exitMillis()),
                seconds(result.graceMillis()),
                result.exitCode()));
  }

  private String verdict(DemoResult result) {
    return result.lost() == 0
        ? ansi.string("@|bold,green ✔ nothing lost|@\n")
        : ansi.string(String.format(Locale.ROOT, "@|bold,red ✘ %,d lost|@%n", result.lost()));
  }

  private String table(List<DemoResult> results) {
    return bold(row("", results, result -> result.form().words()))
        + row("sent", results, result -> number(result.sent()))
        + row("answered", results, result -> number(result.answered()))
        + row("refused", results, result -> number(result.refused()))
        + row("lost answers", results, result -> number(result.losses().answers()))
        + row("lost rows", results, result -> number(result.losses().rows()))
        + row("lost messages", results, result -> number(result.losses().messages()))
        + row("lost log lines", results, result -> number(result.losses().logLines()))
        + bold(row("lost in all", results, result -> number(result.lost())))
        + row("ended by", results, DemoSummary::endedBy)
        + row("after", results, result -> seconds(result.exitMillis()))
        + row("exit code", results, result -> Integer.toString(result.exitCode()))
        + "\n";
  }

  private static String row(
      String name, List<DemoResult> results, Function<DemoResult, String> value) {
    String cells =
        results.stream()
            .map(result -> String.format(Locale.ROOT, "%22s", value.apply(result)))
            .collect(Collectors.joining());
    return String.format(Locale.ROOT, "  %-14s%s\n", name, cells);
  }

  private String bold(String row) {
    return ansi.string("@|bold " + row.stripTrailing() + "|@\n");
  }

  private static String line(String name, String value) {
    return String.format(Locale.ROOT, "  %-9s %s\n", name, value);
  }

  /** As short as it can be: seen from the working directory where that is above it. */
  private static String file(DemoResult result, Function<ServiceReport, Path> part) {
    Path here = Path.of("").toAbsolutePath();
    return result
        .report()
        .map(part)
        .map(file -> file.startsWith(here) ? here.relativize(file) : file)
        .map(Path::toString)
        .orElse("none");
  }

  private static String endedBy(DemoResult result) {
    return result.killed() ? "SIGKILL" : "itself";
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
