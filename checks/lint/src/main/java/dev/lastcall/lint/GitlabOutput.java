package dev.lastcall.lint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Severity;

/** GitLab's code quality report: what merge requests show beside the changed lines. */
final class GitlabOutput {
  private GitlabOutput() {}

  static ArrayNode of(LintResult result) {
    ArrayNode issues = Json.array();
    for (LintFinding each : result.findings()) {
      Finding finding = each.finding();
      issues
          .addObject()
          .put("check_name", finding.rule().id() + " " + finding.rule().name())
          .put("description", finding.message())
          .put("fingerprint", each.fingerprint())
          .put("severity", severity(finding.severity()))
          .putObject("location")
          .put("path", LintResult.relative(result.base(), each.file()))
          .putObject("lines")
          .put("begin", finding.span().line());
    }
    return issues;
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case NOTE -> "info";
    };
  }
}
