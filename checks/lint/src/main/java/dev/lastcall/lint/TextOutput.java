package dev.lastcall.lint;

import dev.lastcall.source.Finding;
import dev.lastcall.source.Severity;
import java.io.IOException;
import java.util.Locale;

/** The form for people. */
final class TextOutput {
  private TextOutput() {}

  static void write(LintResult result, Appendable to) throws IOException {
    for (LintFinding each : result.findings()) {
      finding(result, each, to);
    }
    for (Notice notice : result.notices()) {
      to.append("notice ").append(notice.toString()).append('\n');
    }
    to.append(summary(result)).append('\n');
  }

  private static void finding(LintResult result, LintFinding each, Appendable to)
      throws IOException {
    Finding finding = each.finding();
    Finding.Span span = finding.span();
    to.append(LintResult.relative(result.base(), each.file()))
        .append(":" + span.line() + ":" + span.column() + " ")
        .append(finding.severity().name().toLowerCase(Locale.ROOT))
        .append(" " + finding.rule().id() + " " + finding.rule().name())
        .append("\n  " + finding.message() + "\n");
    String line = each.line().replace('\t', ' ');
    int marked =
        span.endLine() == span.line()
            ? span.endColumn() - span.column()
            : line.length() - span.column() + 1;
    to.append(
        "    "
            + line
            + "\n    "
            + " ".repeat(span.column() - 1)
            + "^".repeat(Math.max(1, marked))
            + "\n");
    for (Finding.Related related : finding.related()) {
      to.append("  line " + related.span().line() + ": " + related.why() + "\n");
    }
    if (finding.fix().isPresent()) {
      to.append("  fix: " + finding.fix().get().description() + " (--fix shows it)\n");
    }
    to.append('\n');
  }

  private static String summary(LintResult result) {
    return result.findings().isEmpty()
        ? files(result) + " checked, nothing found"
        : files(result)
            + " checked: "
            + counted(result.count(Severity.ERROR), "error")
            + ", "
            + counted(result.count(Severity.WARNING), "warning")
            + ", "
            + counted(result.count(Severity.NOTE), "note");
  }

  private static String files(LintResult result) {
    return counted(result.files(), "file");
  }

  private static String counted(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }
}
