package dev.lastcall.demo;

import dev.lastcall.orders.DemoResult;
import dev.lastcall.orders.ExitForm;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What the demo saw from outside, as a table with one column for each run. */
final class DemoSummary {
  private static final int LABEL = 24;
  private static final int COLUMN = 24;

  private DemoSummary() {}

  static void print(List<DemoResult> results, PrintWriter out) {
    row(
        "",
        results,
        out,
        result -> result.form() == ExitForm.NAIVE ? "shutdown hooks" : "Lastcall");
    row("orders sent", results, out, result -> Long.toString(result.sent()));
    row("  answered", results, out, result -> Long.toString(result.answered()));
    row("  refused, safe to retry", results, out, result -> Long.toString(result.refused()));
    row("  lost without an answer", results, out, result -> lost(result.losses().answers()));
    row("lost after the answer", results, out, result -> "");
    row("  rows in the database", results, out, result -> lost(result.losses().rows()));
    row("  messages", results, out, result -> lost(result.losses().messages()));
    row("  lines in the log", results, out, result -> lost(result.losses().logLines()));
    row("process gone after", results, out, DemoSummary::gone);
    row("exit code", results, out, result -> Integer.toString(result.exitCode()));
  }

  private static String lost(long count) {
    return count == 0 ? "0" : count + " LOST";
  }

  private static String gone(DemoResult result) {
    String seconds = String.format(Locale.ROOT, "%.2f s", result.exitMillis() / 1000.0);
    return result.killed()
        ? seconds + ", killed"
        : String.format(Locale.ROOT, "%s of %.0f s", seconds, result.graceMillis() / 1000.0);
  }

  private static void row(
      String label, List<DemoResult> results, PrintWriter out, Function<DemoResult, String> cell) {
    StringBuilder row = new StringBuilder(String.format("  %-" + LABEL + "s", label));
    for (DemoResult result : results) {
      row.append(String.format("%" + COLUMN + "s", cell.apply(result)));
    }
    out.println(row.toString().stripTrailing());
  }
}
