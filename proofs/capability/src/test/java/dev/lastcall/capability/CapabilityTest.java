package dev.lastcall.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from a corpus to a table, over a handful of files. */
final class CapabilityTest {
  private static final Path CORPUS = Path.of("../../checks/rules/src/test/corpus");
  private static final List<String> SOME =
      List.of("waits/BuildDaemon.java", "waits/Spooler.java", "waits/Crawler.java");

  @TempDir private Path work;

  private Corpus corpus() throws Exception {
    return Corpus.lay(CORPUS, SOME, work.resolve("tree"));
  }

  private Ground ground() throws Exception {
    return Ground.of(corpus(), "", work);
  }

  @Test
  void everyFileGetsAPackageAndKeepsItsLines() throws Exception {
    Ground ground = ground();

    assertThat(ground.corpus().files())
        .extracting(CorpusFile::name)
        .containsExactlyElementsOf(SOME.stream().sorted().toList());
    assertThat(ground.compiled()).hasSize(SOME.size());
    assertThat(ground.corpus().ending("waits_spooler/Spooler.java")).isPresent();
  }

  @Test
  void ourChecksFindWhatIsLabelledAndNothingElse() throws Exception {
    Table table = new Table(ground(), Topics.shipped());
    OurChecks ours = new OurChecks();
    table.add(ours, ours.look(ground()));

    assertThat(table.markdown())
        .contains("3 files, 3 of them compile")
        .contains("| unbounded-wait | 2/2 |")
        .contains("| recall | 100 % |")
        .contains("| false alarms, near misses seen | 0 in 1 |");
  }

  @Test
  void aRuleThatSpeaksOfTheMatterIsRightInTheStatementAndWrongInANearMiss() throws Exception {
    Tool tool = new Sonar("1", work);
    Topics topics =
        Topics.of(List.of("topic unbounded-wait LC02", "sonar-java java:S1 unbounded-wait"));
    Table table = new Table(ground(), topics);
    table.add(
        tool,
        List.of(
            Report.at("waits/Spooler.java", 27, "java:S1"),
            Report.at("waits/BuildDaemon.java", 17, "java:S2"),
            Report.at("waits/Crawler.java", 20, "java:S1")));

    assertThat(table.markdown())
        .contains("| unbounded-wait | 1/2 (1) |")
        .contains("| anything at all on that line | 100 % |");
    assertThat(table.details()).contains("right: {java:S1=1}").contains("wrong: {java:S1=1}");
  }

  @Test
  void everyRuleOfOursHasItsKindOfMistake() {
    Topics topics = Topics.shipped();

    assertThat(dev.lastcall.rules.Rules.all())
        .allSatisfy(check -> assertThat(topics.names()).contains(topics.of(check.rule().id())));
  }
}
