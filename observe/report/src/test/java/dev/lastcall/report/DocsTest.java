package dev.lastcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastcall.api.ExitReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What the documents show is what the code makes. With {@code -Dlastcall.docs.write=true} the
 * example files are written anew.
 */
final class DocsTest {
  private static final Map<String, Supplier<ExitReport>> EXAMPLES =
      Map.of(
          "clean", SampleReports::typical,
          "stuck-db", SampleReports::stuckDatabase,
          "everything-bad", SampleReports::everythingBad,
          "200-cleanups", () -> SampleReports.many(200),
          "chinese-names", SampleReports::chineseNames);

  @Test
  void theExampleFilesAreWhatTheWriterWrites() throws IOException {
    for (Map.Entry<String, Supplier<ExitReport>> example : EXAMPLES.entrySet()) {
      Path file =
          ReportSchema.DOCS
              .resolve("examples")
              .resolve("exit-report-" + example.getKey() + ".json");
      String json = ReportJson.text(example.getValue().get());
      if (Boolean.getBoolean("lastcall.docs.write")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, json);
      }
      assertThat(file).hasContent(json);
    }
  }

  @Test
  void thePageShowsARealRenderingAndARealMessage() throws IOException {
    assertThat(Files.readString(ReportSchema.DOCS.resolve("report.md")))
        .contains("```\n" + ReportText.render(SampleReports.stuckDatabase(), 100, false) + "```")
        .contains("```\n" + TerminationMessage.of(SampleReports.stuckDatabase()) + "```");
  }

  @Test
  void thePageExplainsEveryMemberOfTheSchema() throws IOException {
    String page = Files.readString(ReportSchema.DOCS.resolve("report.md"));
    JsonNode schema =
        new ObjectMapper()
            .readTree(
                ReportSchema.DOCS.resolve("schema").resolve("exit-report-v1.schema.json").toFile());
    TreeSet<String> members = new TreeSet<>();
    schema
        .findValues("properties")
        .forEach(node -> node.fieldNames().forEachRemaining(members::add));

    assertThat(members).isNotEmpty().allSatisfy(member -> assertThat(page).contains("`" + member));
  }
}
