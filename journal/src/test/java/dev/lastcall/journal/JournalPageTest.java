package dev.lastcall.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page {@code docs/journal.md} shows code that is compiled, and run here. */
final class JournalPageTest {
  private static final Path SOURCE =
      Path.of("src/test/java/dev/lastcall/journal/JournalExample.java");

  @Test
  void thePageShowsTheExampleAsItIs() throws IOException {
    String source = Files.readString(SOURCE);
    String example =
        source
            .substring(
                source.indexOf("  // tag: example\n") + "  // tag: example\n".length(),
                source.indexOf("  // end: example"))
            .indent(-2)
            .strip();

    assertThat(Files.readString(Path.of("../docs/journal.md")))
        .contains("```java\n" + example + "\n```");
  }

  @Test
  void whatIsAcceptedIsReplayed(@TempDir Path folder) throws IOException {
    try (Journal journal = Journal.in(folder.resolve("orders"), "orders/1").open()) {
      assertThat(JournalExample.accept(journal, "tea")).isEqualTo(1);
      assertThat(JournalExample.accept(journal, "rice")).isEqualTo(2);
    }

    List<String> orders = new ArrayList<>();
    JournalExample.replay(folder.resolve("orders"), orders::add);
    assertThat(orders).containsExactly("tea", "rice");
  }
}
