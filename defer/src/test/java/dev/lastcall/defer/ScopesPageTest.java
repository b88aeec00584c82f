package dev.lastcall.defer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page {@code docs/scopes.md} shows code that is compiled, and run here. */
final class ScopesPageTest {
  @Test
  void theExampleOnThePageIsTheOneThatIsCompiled() throws IOException {
    String page = Files.readString(Path.of("../docs/scopes.md"));
    String source =
        Files.readString(Path.of("src/test/java/dev/lastcall/defer/TransferExample.java"));

    assertThat(between(page, "```java\n", "```"))
        .isEqualTo(between(source, "  // begin\n", "\n\n  // end").stripIndent() + "\n");
  }

  @Test
  void theExampleCleansUpInOrderWhetherItFailsOrNot() {
    TransferExample example = new TransferExample();
    example.transfer("anna", "bert", 100);
    assertThatIllegalArgumentException().isThrownBy(() -> example.transfer("bert", "carl", 0));

    assertThat(example.audit()).containsExactly("anna -> bert", "bert -> carl");
    assertThat(example.isTidy()).isTrue();
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
