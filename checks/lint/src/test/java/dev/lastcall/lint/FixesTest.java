package dev.lastcall.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.source.Finding;
import dev.lastcall.source.Fix;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that mend findings. */
final class FixesTest {
  private static final Rule RULE = new Rule("LC9999", "example", Severity.ERROR, "An example.");

  @TempDir Path folder;

  @Test
  void aDiffShowsWhatWouldChangeAndChangesNothing() throws IOException {
    Path file = new Tree(folder).write("A.java", "one\ntwo\nthree\n");

    String diff = Fixes.of(result(file, new Fix.Edit(4, 7, "zwei")), StandardCharsets.UTF_8).diff();

    assertThat(diff).contains("--- A.java", "+++ A.java", "-two", "+zwei", " three");
    assertThat(file).hasContent("one\ntwo\nthree\n");
  }

  @Test
  void severalFixesOfAFileAreMadeAtOnce() throws IOException {
    Path file = new Tree(folder).write("A.java", "one\ntwo\nthree\n");
    LintResult result = result(file, new Fix.Edit(0, 3, "eins"), new Fix.Edit(8, 13, "drei"));

    assertThat(Fixes.of(result, StandardCharsets.UTF_8).apply()).isOne();

    assertThat(file).hasContent("eins\ntwo\ndrei\n");
  }

  @Test
  void ofTwoFixesThatOverlapTheFirstIsMade() throws IOException {
    Path file = new Tree(folder).write("A.java", "one two three");
    LintResult result = result(file, new Fix.Edit(0, 7, "x"), new Fix.Edit(4, 13, "y"));

    Fixes.of(result, StandardCharsets.UTF_8).apply();

    assertThat(file).hasContent("x three");
  }

  private LintResult result(Path file, Fix.Edit... edits) {
    Finding.Span span = new Finding.Span(0, 1, 1, 1, 1, 2);
    List<LintFinding> findings =
        Arrays.stream(edits)
            .map(edit -> Finding.of(RULE, span, "bad").fixedBy(Fix.of("Mend it", edit)))
            .map(finding -> new LintFinding(file, finding, "", ""))
            .toList();
    return new LintResult(folder, List.of(RULE), findings, List.of(), 1);
  }
}
