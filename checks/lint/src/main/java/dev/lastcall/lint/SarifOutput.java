package dev.lastcall.lint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Fix;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * SARIF 2.1.0, as code scanning reads it: all rules are listed, paths are relative, columns count
 * UTF-16 units from 1, and every result carries a fingerprint.
 */
final class SarifOutput {
  private final LintResult result;
  private final String part;
  private final Map<String, Integer> ruleIndex = new HashMap<>();

  private SarifOutput(LintResult result, String part) {
    this.result = result;
    this.part = part;
  }

  static ObjectNode of(LintResult result, String part) {
    return new SarifOutput(result, part).log();
  }

  private ObjectNode log() {
    ObjectNode log = Json.object();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Lastcall");
    ArrayNode rules = driver.putArray("rules");
    for (Rule rule : result.rules()) {
      ruleIndex.put(rule.id(), rules.size());
      rule(rule, rules.addObject());
    }
    if (!part.isEmpty()) {
      run.putObject("automationDetails").put("id", "lastcall/" + part + "/");
    }
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode results = run.putArray("results");
    result.findings().forEach(each -> result(each, results.addObject()));
    invocation(run.putArray("invocations").addObject());
    return log;
  }

  private static void rule(Rule rule, ObjectNode into) {
    into.put("id", rule.id()).put("name", rule.name());
    into.putObject("shortDescription").put("text", rule.summary());
    into.putObject("defaultConfiguration").put("level", level(rule.severity()));
    into.putObject("properties").putArray("tags").add("cleanup").add("shutdown");
  }

  private void result(LintFinding each, ObjectNode into) {
    Finding finding = each.finding();
    into.put("ruleId", finding.rule().id())
        .put("ruleIndex", ruleIndex.getOrDefault(finding.rule().id(), -1))
        .put("level", level(finding.severity()));
    into.putObject("message").put("text", finding.message());
    location(each.file(), finding.span(), into.putArray("locations").addObject());
    if (!finding.related().isEmpty()) {
      ArrayNode related = into.putArray("relatedLocations");
      for (Finding.Related place : finding.related()) {
        ObjectNode location = related.addObject();
        location.put("id", related.size() - 1);
        location(each.file(), place.span(), location);
        location.putObject("message").put("text", place.why());
      }
    }
    into.putObject("partialFingerprints").put("lastcall/v1", each.fingerprint());
    finding.fix().ifPresent(fix -> fix(each.file(), fix, into.putArray("fixes").addObject()));
  }

  private void location(Path file, Finding.Span span, ObjectNode into) {
    ObjectNode physical = into.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(file));
    region(span, physical.putObject("region"));
  }

  private static void region(Finding.Span span, ObjectNode region) {
    region
        .put("startLine", span.line())
        .put("startColumn", span.column())
        .put("endLine", span.endLine())
        .put("endColumn", span.endColumn());
  }

  private void fix(Path file, Fix fix, ObjectNode into) {
    into.putObject("description").put("text", fix.description());
    ObjectNode change = into.putArray("artifactChanges").addObject();
    change.putObject("artifactLocation").put("uri", uri(file));
    ArrayNode replacements = change.putArray("replacements");
    for (Fix.Edit edit : fix.edits()) {
      ObjectNode replacement = replacements.addObject();
      replacement
          .putObject("deletedRegion")
          .put("charOffset", edit.start())
          .put("charLength", edit.end() - edit.start());
      replacement.putObject("insertedContent").put("text", edit.replacement());
    }
  }

  private void invocation(ObjectNode into) {
    into.put("executionSuccessful", true);
    ArrayNode notifications = into.putArray("toolExecutionNotifications");
    for (Notice notice : result.notices()) {
      ObjectNode notification = notifications.addObject();
      notification.put("level", "note");
      notification.putObject("message").put("text", notice.message());
      ObjectNode physical =
          notification.putArray("locations").addObject().putObject("physicalLocation");
      physical.putObject("artifactLocation").put("uri", uri(notice.file()));
      if (notice.line() > 0) {
        physical.putObject("region").put("startLine", notice.line());
      }
    }
  }

  private String uri(Path file) {
    String path = LintResult.relative(result.base(), file);
    return path.isEmpty()
        ? "."
        : List.of(path.split("/", -1)).stream()
            .map(SarifOutput::encoded)
            .reduce((a, b) -> a + "/" + b)
            .orElse(".");
  }

  private static String encoded(String name) {
    return java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%7E", "~")
        .replace("%24", "$");
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }
}
