package dev.lastcall.lint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;

/**
 * SonarQube's generic issues, the form since version 10.3: rules with clean-code attribute and
 * impact, issues with places. Lines count from 1, columns from 0.
 */
final class SonarOutput {
  private static final String ENGINE = "lastcall";
  private static final int MINUTES = 15;

  private SonarOutput() {}

  static ObjectNode of(LintResult result) {
    ObjectNode all = Json.object();
    ArrayNode rules = all.putArray("rules");
    result.rules().forEach(rule -> rule(rule, rules.addObject()));
    ArrayNode issues = all.putArray("issues");
    result.findings().forEach(each -> issue(result, each, issues.addObject()));
    return all;
  }

  private static void rule(Rule rule, ObjectNode into) {
    into.put("id", rule.name())
        .put("name", rule.name())
        .put("description", rule.id() + ": " + rule.summary())
        .put("engineId", ENGINE)
        .put("cleanCodeAttribute", "LOGICAL");
    into.putArray("impacts")
        .addObject()
        .put("softwareQuality", "RELIABILITY")
        .put("severity", severity(rule.severity()));
  }

  private static void issue(LintResult result, LintFinding each, ObjectNode into) {
    Finding finding = each.finding();
    into.put("ruleId", finding.rule().name()).put("effortMinutes", MINUTES);
    location(result, each, finding.span(), finding.message(), into.putObject("primaryLocation"));
    if (!finding.related().isEmpty()) {
      ArrayNode secondary = into.putArray("secondaryLocations");
      for (Finding.Related place : finding.related()) {
        location(result, each, place.span(), place.why(), secondary.addObject());
      }
    }
  }

  private static void location(
      LintResult result, LintFinding each, Finding.Span span, String message, ObjectNode into) {
    into.put("message", message).put("filePath", LintResult.relative(result.base(), each.file()));
    ObjectNode range = into.putObject("textRange");
    range.put("startLine", span.line());
    boolean oneLine = span.endLine() == span.line();
    if (!oneLine || span.endColumn() > span.column()) {
      range
          .put("startColumn", span.column() - 1)
          .put("endLine", span.endLine())
          .put("endColumn", span.endColumn() - 1);
    }
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "HIGH";
      case WARNING -> "MEDIUM";
      case NOTE -> "LOW";
    };
  }
}
