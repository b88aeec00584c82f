package dev.lastcall.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.source.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is explained, and its own examples show it. */
final class ExamplesTest {
  private static final Pattern CODE =
      Pattern.compile("## (Bad|Good)\\s+```java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("ids")
  void theBadExampleIsFoundAndTheGoodOneIsNot(String id) throws IOException {
    Matcher examples = CODE.matcher(Rules.explanation(id).orElseThrow());
    int seen = 0;
    while (examples.find()) {
      Path file =
          Files.writeString(folder.resolve("Example" + seen++ + ".java"), examples.group(2));
      List<String> found = Corpus.findings(file).stream().map(Corpus.Label::rule).toList();
      if (examples.group(1).equals("Bad")) {
        assertThat(found).as("bad example of %s", id).contains(id);
      } else {
        assertThat(found).as("good example of %s", id).isEmpty();
      }
    }
    assertThat(seen).as("examples of %s", id).isGreaterThanOrEqualTo(2);
  }

  static Stream<String> ids() {
    return Rules.all().stream().map(Check::rule).map(rule -> rule.id());
  }
}
