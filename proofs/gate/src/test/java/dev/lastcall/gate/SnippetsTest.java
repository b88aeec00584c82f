package dev.lastcall.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The snippets of deploy/ci that other people's machines run. */
final class SnippetsTest {
  private static final Path CI = Path.of("..", "..", "deploy", "ci");

  @Test
  void theGithubWorkflowChecksAndUploads() throws IOException {
    JsonNode workflow =
        new YAMLMapper().readTree(Files.readString(CI.resolve("github-actions.yml")));

    JsonNode steps = workflow.at("/jobs/lint/steps");
    assertThat(workflow.at("/permissions/security-events").asText()).isEqualTo("write");
    assertThat(steps.findValuesAsText("run"))
        .contains("mvn -B verify -DskipTests -Dlastcall.format=sarif,github");
    assertThat(steps.path(steps.size() - 1).path("uses").asText())
        .startsWith("github/codeql-action/upload-sarif@");
    assertThat(steps.path(steps.size() - 1).path("if").asText()).isEqualTo("always()");
  }

  @Test
  void theGitlabJobChecksAndReports() throws IOException {
    JsonNode job =
        new YAMLMapper().readTree(Files.readString(CI.resolve("gitlab-ci.yml"))).path("lastcall");

    assertThat(job.at("/script/0").asText())
        .isEqualTo("mvn -B verify -DskipTests -Dlastcall.format=gitlab");
    assertThat(job.at("/artifacts/reports/codequality").asText()).isEqualTo("lastcall.json");
  }

  @Test
  void everySnippetIsListedWithWhatTriesIt() throws IOException {
    String page = Files.readString(CI.resolve("README.md"));
    try (Stream<Path> files = Files.list(CI)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names)
          .filteredOn(name -> !name.equals("README.md"))
          .allSatisfy(name -> assertThat(page).contains("(" + name + ")"));
    }
  }

  @Test
  void theSnippetsNameOurVersion() throws IOException {
    for (String name : List.of("maven-profile.xml", "maven-compiler.xml", "maven-errorprone.xml")) {
      assertThat(CI.resolve(name))
          .content()
          .contains("<version>" + System.getProperty("lastcall.version") + "</version>");
    }
  }
}
