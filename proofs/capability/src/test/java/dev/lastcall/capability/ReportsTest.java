package dev.lastcall.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tools write is read. */
final class ReportsTest {
  private static final String NAME = "waits/Indexer.java";

  @TempDir private Path work;
  private Corpus corpus;
  private Path file;

  @BeforeEach
  void lay() throws Exception {
    corpus =
        Corpus.lay(
            Path.of("../../checks/rules/src/test/corpus"), List.of(NAME), work.resolve("tree"));
    file = corpus.files().get(0).path();
  }

  @Test
  void messagesOfJavac() {
    String log =
        """
        %1$s:3: warning: [ThreadJoinLoop] join() in a loop
            worker.join();
        %1$s:4: warning: this one is of the compiler itself
        %1$s:5: Note: [Var] a suggestion
        /elsewhere/Other.java:6: warning: [ThreadJoinLoop] not in the corpus
        """
            .formatted(file);

    assertThat(JavacPeer.read(log, corpus))
        .containsExactly(Report.at(NAME, 3, "ThreadJoinLoop"), Report.at(NAME, 5, "Var"));
  }

  @Test
  void reportsOfPmd() throws Exception {
    Path report =
        Files.writeString(
            work.resolve("pmd.xml"),
            """
            <pmd><file name="%s"><violation beginline="7" endline="9" rule="CloseResource"/></file></pmd>
            """
                .formatted(file));

    assertThat(Pmd.read(Xml.read(report), corpus))
        .containsExactly(Report.at(NAME, 7, "CloseResource"));
  }

  @Test
  void aBugIsAtItsInstructionOrElseAtItsMethod() throws Exception {
    String path = "waits_indexer/Indexer.java";
    Path report =
        Files.writeString(
            work.resolve("spotbugs.xml"),
            """
            <BugCollection>
              <BugInstance type="MDM_WAIT_WITHOUT_TIMEOUT">
                <Method><SourceLine start="5" sourcepath="%1$s"/></Method>
                <SourceLine start="8" sourcepath="%1$s"/>
              </BugInstance>
              <BugInstance type="DM_EXIT">
                <Method><SourceLine start="5" sourcepath="%1$s"/></Method>
              </BugInstance>
              <BugInstance type="SE_BAD_FIELD"><Class><SourceLine sourcepath="%1$s"/></Class></BugInstance>
            </BugCollection>
            """
                .formatted(path));

    assertThat(SpotBugs.read(Xml.read(report), corpus))
        .containsExactly(
            Report.at(NAME, 8, "MDM_WAIT_WITHOUT_TIMEOUT"), Report.at(NAME, 5, "DM_EXIT"));
  }

  @Test
  void pagesOfASonarServer() throws Exception {
    Path pages =
        Files.writeString(
            work.resolve("issues"),
            """
            {"issues":[{"rule":"java:S2142","component":"corpus:tree/waits_indexer/Indexer.java","textRange":{"startLine":4}}]}
            {"issues":[{"rule":"java:S1","component":"corpus:tree/waits_other/Other.java"}]}
            """);

    assertThat(new Sonar("8", pages).look(new Ground(corpus, List.of(), work, "", work)))
        .containsExactly(Report.at(NAME, 4, "java:S2142"));
  }
}
