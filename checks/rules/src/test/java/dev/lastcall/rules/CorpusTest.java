package dev.lastcall.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in the corpus is what is in it. */
final class CorpusTest {
  @ParameterizedTest
  @MethodSource("groups")
  void findsWhatIsThereAndNothingElse(Path group) {
    Set<Corpus.Label> found = new TreeSet<>();
    Corpus.files(group).forEach(file -> found.addAll(Corpus.findings(file)));
    assertThat(found).containsExactlyElementsOf(Corpus.labels(group));
  }

  static Stream<Path> groups() {
    return Corpus.groups().stream();
  }
}
