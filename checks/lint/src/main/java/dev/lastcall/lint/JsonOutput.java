package dev.lastcall.lint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Fix;
import java.util.Locale;

/**
 * Everything that is known, as one JSON object: {@code findings}, {@code notices}, {@code files}.
 */
final class JsonOutput {
  private JsonOutput() {}

  static ObjectNode of(LintResult result) {
    ObjectNode all = Json.object();
    all.put("format", "lastcall-lint-1").put("files", result.files());
    ArrayNode findings = all.putArray("findings");
    result.findings().forEach(each -> finding(result, each, findings.addObject()));
    ArrayNode notices = all.putArray("notices");
    for (Notice notice : result.notices()) {
      notices
          .addObject()
          .put("file", LintResult.relative(result.base(), notice.file()))
          .put("line", notice.line())
          .put("message", notice.message());
    }
    return all;
  }

  private static void finding(LintResult result, LintFinding each, ObjectNode into) {
    Finding finding = each.finding();
    into.put("rule", finding.rule().id())
        .put("name", finding.rule().name())
        .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
        .put("file", LintResult.relative(result.base(), each.file()));
    span(finding.span(), into);
    into.put("message", finding.message())
        .put("source", each.line())
        .put("fingerprint", each.fingerprint());
    ArrayNode related = into.putArray("related");
    for (Finding.Related place : finding.related()) {
      ObjectNode node = related.addObject();
      span(place.span(), node);
      node.put("why", place.why());
    }
    finding.fix().ifPresent(fix -> fix(fix, into.putObject("fix")));
  }

  private static void span(Finding.Span span, ObjectNode into) {
    into.put("line", span.line())
        .put("column", span.column())
        .put("endLine", span.endLine())
        .put("endColumn", span.endColumn());
  }

  private static void fix(Fix fix, ObjectNode into) {
    into.put("description", fix.description());
    ArrayNode edits = into.putArray("edits");
    for (Fix.Edit edit : fix.edits()) {
      edits
          .addObject()
          .put("start", edit.start())
          .put("end", edit.end())
          .put("replacement", edit.replacement());
    }
  }
}
