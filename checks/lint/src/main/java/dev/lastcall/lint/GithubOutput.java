package dev.lastcall.lint;

import dev.lastcall.source.Finding;
import dev.lastcall.source.Severity;
import java.io.IOException;

/**
 * Workflow commands of GitHub Actions: a line each, which the runner turns into an annotation at
 * the line of the change.
 */
final class GithubOutput {
  private GithubOutput() {}

  static void write(LintResult result, Appendable to) throws IOException {
    for (LintFinding each : result.findings()) {
      Finding finding = each.finding();
      Finding.Span span = finding.span();
      to.append("::" + command(finding.severity()))
          .append(" file=" + property(LintResult.relative(result.base(), each.file())))
          .append(",line=" + span.line() + ",endLine=" + span.endLine());
      if (span.line() == span.endLine()) {
        to.append(",col=" + span.column() + ",endColumn=" + span.endColumn());
      }
      to.append(",title=" + property(finding.rule().id() + " " + finding.rule().name()))
          .append("::" + message(finding.message()) + "\n");
    }
    for (Notice notice : result.notices()) {
      to.append("::notice title=lastcall lint::" + message(notice.toString()) + "\n");
    }
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String message(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }
}
