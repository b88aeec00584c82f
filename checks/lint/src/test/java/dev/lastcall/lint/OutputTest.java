package dev.lastcall.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lastcall.rules.Rules;
import dev.lastcall.source.Check;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms in which findings are written. */
final class OutputTest {
  @TempDir Path folder;

  private LintResult result =
      new LintResult(Path.of(""), java.util.List.of(), java.util.List.of(), java.util.List.of(), 0);

  @BeforeEach
  void findSomething() throws IOException {
    Tree tree = new Tree(folder);
    tree.write("a b/A.java", Tree.FAULT.formatted("A"));
    tree.write("Broken.java", "class Broken { void f( { }");
    result = tree.lint();
  }

  @Test
  void textShowsTheLineAndMarksThePlace() throws IOException {
    assertThat(text(Output.TEXT))
        .contains("a b/A.java:8:21 error LC0201 unbounded-wait-in-cleanup")
        .contains("                    worker.join();\n    " + " ".repeat(20) + "^^^^^^^^^^^^^\n")
        .contains("notice ")
        .endsWith("2 files checked: 1 error, 0 warnings, 0 notes\n");
  }

  @Test
  void sarifIsValidAndNamesAllRulesRelativePathsAndFingerprints() throws IOException {
    String sarif = text(Output.SARIF);

    assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
    JsonNode run = Json.read(sarif).path("runs").path(0);
    assertThat(run.at("/tool/driver/rules")).hasSize(Rules.all().size());
    JsonNode found = run.at("/results/0");
    assertThat(found.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("a%20b/A.java");
    assertThat(found.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(8);
    assertThat(found.at("/partialFingerprints/lastcall~1v1").asText()).hasSize(24);
    assertThat(run.at("/invocations/0/toolExecutionNotifications")).hasSize(1);
  }

  @Test
  void sonarCountsColumnsFromZeroAndKnowsTheRulesByName() throws IOException {
    JsonNode all = Json.read(text(Output.SONAR));

    assertThat(all.path("rules").findValuesAsText("id"))
        .contains("defer-in-loop", "defer-with-panic")
        .hasSameSizeAs(Rules.all());
    JsonNode issue = all.at("/issues/0");
    assertThat(issue.path("ruleId").asText()).isEqualTo("unbounded-wait-in-cleanup");
    assertThat(issue.at("/primaryLocation/filePath").asText()).isEqualTo("a b/A.java");
    assertThat(issue.at("/primaryLocation/textRange/startColumn").asInt()).isEqualTo(20);
    assertThat(all.at("/rules/0/impacts/0/softwareQuality").asText()).isEqualTo("RELIABILITY");
  }

  @Test
  void githubGetsOneCommandALine() throws IOException {
    assertThat(text(Output.GITHUB).lines())
        .anyMatch(
            line ->
                line.startsWith(
                    "::error file=a b/A.java,line=8,endLine=8,col=21,endColumn=34,title=LC0201"
                        + " unbounded-wait-in-cleanup::"))
        .anyMatch(line -> line.startsWith("::notice title=lastcall lint::"));
  }

  @Test
  void gitlabGetsPathLineAndFingerprint() throws IOException {
    JsonNode issue = Json.read(text(Output.GITLAB)).path(0);

    assertThat(issue.path("check_name").asText()).isEqualTo("LC0201 unbounded-wait-in-cleanup");
    assertThat(issue.path("severity").asText()).isEqualTo("critical");
    assertThat(issue.path("fingerprint").asText()).hasSize(24);
    assertThat(issue.at("/location/path").asText()).isEqualTo("a b/A.java");
    assertThat(issue.at("/location/lines/begin").asInt()).isEqualTo(8);
  }

  @Test
  void aPartOfALargerWholeIsNamedInSarif() throws IOException {
    StringBuilder sarif = new StringBuilder();
    Output.SARIF.write(result, "shop", sarif);

    assertThat(schema().validate(sarif.toString(), InputFormat.JSON)).isEmpty();
    assertThat(Json.read(sarif.toString()).at("/runs/0/automationDetails/id").asText())
        .isEqualTo("lastcall/shop/");
  }

  @Test
  void jsonHoldsEverything() throws IOException {
    JsonNode all = Json.read(text(Output.JSON));

    assertThat(all.path("files").asInt()).isEqualTo(2);
    assertThat(all.at("/findings/0/source").asText()).contains("worker.join();");
    assertThat(all.at("/findings/0/related/0/line").asInt()).isPositive();
    assertThat(all.at("/notices/0/file").asText()).isEqualTo("Broken.java");
  }

  @Test
  void everyRuleHasAnIdANameAndOneSentence() {
    assertThat(Rules.all())
        .map(Check::rule)
        .allSatisfy(
            rule -> {
              assertThat(rule.id()).matches("LC\\d{4}");
              assertThat(rule.name()).matches("[a-z][a-z-]+");
              assertThat(rule.summary()).endsWith(".");
            })
        .doesNotHaveDuplicates();
  }

  private String text(Output output) throws IOException {
    StringBuilder text = new StringBuilder();
    output.write(result, text);
    return text.toString();
  }

  private static Schema schema() throws IOException {
    try (InputStream in = OutputTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
    }
  }
}
