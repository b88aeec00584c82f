package dev.lastcall.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every finding that the rooms of the running process can make is explained on the page. */
class FindingsPageTest {
  private static final Pattern MADE = Pattern.compile("(?:new Finding|warn)\\(\\s*\"([a-z-]+)\"");
  private static final Pattern EXPLAINED = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  @Test
  void everyIdIsExplainedAndNoOther() throws IOException {
    Set<String> made = new TreeSet<>();
    for (String room :
        List.of(
            "defer",
            "durable",
            "exit",
            "flush",
            "journal",
            "observe/audit",
            "observe/jfr",
            "observe/micrometer",
            "observe/opentelemetry",
            "observe/recorder",
            "runtime",
            "spool")) {
      try (Stream<Path> files = Files.walk(Path.of("..", room, "src", "main"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.endsWith("SampleReport.java"))
            .forEach(file -> made.addAll(found(MADE, text(file))));
      }
    }

    assertThat(found(EXPLAINED, text(Path.of("../docs/findings.md")))).isEqualTo(made);
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> ids = new TreeSet<>();
    pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).forEach(ids::add);
    return ids;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
