package dev.lastcall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/audit.md} shows is compiled, and its line is like those that are written. */
final class AuditPageTest {
  private static final Path PAGE = Path.of("../../docs/audit.md");
  private static final Path SOURCE = Path.of("src/test/java/dev/lastcall/audit/AuditExample.java");

  @TempDir Path root;

  @Test
  void theExamplesAreTheOnesThatAreCompiled() throws IOException {
    String page = Files.readString(PAGE);
    String source = Files.readString(SOURCE);

    for (String name : List.of("install", "scope")) {
      String code = between(source, "    // begin " + name + "\n", "    // end " + name);
      assertThat(page).contains("```java\n" + code.stripTrailing().stripIndent() + "\n```");
    }
  }

  @Test
  void theLineHasTheMembersOfALine() throws IOException {
    String shown = between(Files.readString(PAGE), "```json\n", "\n```");
    TrailFixture trail = new TrailFixture(root);
    trail.opened().run("CHG-2026-0417", 1).closed();

    assertThat(names(shown)).isEqualTo(names(trail.lines().get(3)));
  }

  @Test
  void everyTypeAndEveryOutcomeIsNamed() throws IOException {
    String page = Files.readString(PAGE);

    for (LineType type : LineType.values()) {
      assertThat(page).contains('`' + type.word() + '`');
    }
    assertThat(page).contains('`' + RunText.UNKNOWN + '`');
  }

  private static List<String> names(String line) throws IOException {
    List<String> names = new ArrayList<>();
    JsonNode json = new ObjectMapper().readTree(line);
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
