package dev.lastcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every option of {@code lastcall lint}, and how it ends. */
final class LintCommandTest {
  private static final String OWN =
      """
      rule TEAM-1 warning
        name    joins-a-thread
        match   $thread.join()
        report  $thread is joined
        fix     $thread.join(2_000)
        explain
          Threads are joined with a limit here.
          We agreed on two seconds.
        bad
          class A { void f(Thread t) throws Exception { t.join(); } }
        good
          class A { void f(Thread t) throws Exception { t.join(5); } }
      """;

  @TempDir Path folder;

  private LintTree tree = new LintTree(Path.of(""));

  @BeforeEach
  void plantAFault() throws IOException {
    tree = new LintTree(folder);
    tree.write("src/a/A.java", "package a;\n" + LintTree.FAULT.formatted("A"));
  }

  @Test
  void aCleanTreeEndsWithZero() throws IOException {
    tree.write("src/a/A.java", "package a;\nclass A {}\n");

    assertThat(tree.lint()).isZero();
    assertThat(tree.out()).isEqualTo("1 file checked, nothing found\n");
    assertThat(tree.err()).isEmpty();
  }

  @Test
  void aFindingEndsWithOneAndIsTold() {
    assertThat(tree.lint()).isOne();
    assertThat(tree.out())
        .contains("A.java:5:13 error LC0201 unbounded-wait-in-cleanup")
        .contains("line 4: runs as cleanup because of this")
        .endsWith("1 file checked: 1 error, 0 warnings, 0 notes\n");
  }

  @ParameterizedTest
  @CsvSource({"error,0", "warning,1", "never,0"})
  void failOnSaysFromWhereOnToFail(String failOn, int code) throws IOException {
    tree.write(
        "src/a/A.java", "package a;\nclass A { void f(Thread t) throws Exception { t.join(); } }");
    String rules = tree.write("own.rules", OWN).toString();

    assertThat(tree.lint("--rules", rules, "--fail-on", failOn)).isEqualTo(code);
    assertThat(tree.out()).contains("warning TEAM-1 joins-a-thread");
  }

  @ParameterizedTest
  @CsvSource({
    "text,error LC0201",
    "json,lastcall-lint-1",
    "sarif,sarif-2.1.0",
    "sonar,primaryLocation",
    "github,::error file=",
    "gitlab,check_name"
  })
  void everyFormatGoesToStandardOutputOrToAFile(String format, String part) {
    Path file = tree.path("findings");

    assertThat(tree.lint("--format", format)).isOne();
    assertThat(tree.out()).contains(part);
    String printed = tree.out();
    assertThat(tree.lint("--format", format, "--output", file.toString())).isOne();
    assertThat(file).content().isEqualTo(printed);
    assertThat(tree.out()).isEmpty();
    assertThat(tree.err()).isEqualTo("1 findings written to " + file + "\n");
  }

  @Test
  void aBaselineLetsOnlyNewFindingsCount() throws IOException {
    String baseline = tree.path("lastcall.baseline").toString();

    assertThat(tree.lint("--write-baseline", baseline)).isZero();
    assertThat(tree.lint("--baseline", baseline)).isZero();
    tree.write("src/a/B.java", "package a;\n" + LintTree.FAULT.formatted("B"));
    assertThat(tree.lint("--baseline", baseline)).isOne();
    assertThat(tree.out()).contains("B.java").doesNotContain("A.java");
    Files.delete(tree.path("src/a/A.java"));
    assertThat(tree.lint("--baseline", baseline)).isOne();
    assertThat(tree.err()).startsWith("1 findings of the baseline are gone");
  }

  @Test
  void theClassPathMakesTypesKnown() throws IOException {
    Path worker =
        tree.write("lib/lib/Worker.java", "package lib; public class Worker extends Thread {}");
    ToolProvider.getSystemJavaCompiler().run(null, null, null, worker.toString());
    Files.delete(worker);
    String user = LintTree.FAULT.formatted("A").replace("Thread worker", "lib.Worker worker");
    tree.write("src/a/A.java", "package a;\n" + user);

    assertThat(tree.lint()).isZero();
    assertThat(tree.out()).contains("1 package is not on the class path (lib)");
    assertThat(tree.lint("--classpath", tree.path("lib").toString())).isOne();
    assertThat(tree.lint("-cp", tree.path("lib") + ":" + folder + "/*")).isOne();
  }

  @Test
  void theReleaseIsThatOfTheSources() throws IOException {
    tree.write("src/a/A.java", "package a;\nclass A { void f() { var x = 1; } }");

    assertThat(tree.lint("--release", "17")).isZero();
    assertThat(tree.out()).doesNotContain("notice");
    assertThat(tree.lint("--release", "99")).isEqualTo(2);
    assertThat(tree.err()).startsWith("release: 99 (expected: 8 to ");
  }

  @Test
  void theEncodingIsThatOfTheSources() throws IOException {
    Files.writeString(
        tree.path("src/a/A.java"),
        "package a;\n// grün\n" + LintTree.FAULT.formatted("A"),
        StandardCharsets.ISO_8859_1);

    assertThat(tree.lint()).isZero();
    assertThat(tree.out()).contains("A.java: is not UTF-8 text, left out");
    assertThat(tree.lint("--encoding", "ISO-8859-1")).isOne();
    assertThat(tree.lint("--encoding", "klingon")).isEqualTo(2);
    assertThat(tree.err()).contains("klingon").doesNotContain("\tat ");
  }

  @Test
  void factsAreAdded() throws IOException {
    tree.write(
        "src/a/A.java",
        """
        package a;
        class A implements AutoCloseable {
          B b;
          public void close() { b.redeem(); }
        }
        """);
    // In another file: what a method of the same file waits for is seen in it.
    tree.write("src/a/B.java", "package a;\nclass B { void redeem() {} }\n");
    String facts = tree.write("own.facts", "wait a.B#redeem() for-ever\n").toString();

    assertThat(tree.lint("--fail-on", "warning")).isZero();
    assertThat(tree.lint("--fail-on", "warning", "--facts", facts)).isOne();
    assertThat(tree.out()).contains("LC0201");
  }

  @Test
  void fixesAreShownAndThenMade() throws IOException {
    String rules = tree.write("own.rules", OWN).toString();

    assertThat(tree.lint("--rules", rules, "--fix")).isOne();
    assertThat(tree.out()).contains("+      try { worker.join(2_000); }", "--- ", "+++ ");
    assertThat(tree.path("src/a/A.java")).content().contains("worker.join();");
    assertThat(tree.lint("--rules", rules, "--fix=apply")).isOne();
    assertThat(tree.err()).isEqualTo("1 files changed\n");
    assertThat(tree.path("src/a/A.java")).content().contains("worker.join(2_000);");
    assertThat(tree.lint("--format", "sarif", "--fix")).isEqualTo(2);
  }

  @Test
  void rulesAreListedAndExplainedWithThoseOfTheUsersOwn() throws IOException {
    String rules = tree.write("own.rules", OWN).toString();

    assertThat(tree.run("--list", "--rules", rules)).isZero();
    assertThat(tree.out())
        .contains("LC0101  error    defer-in-loop")
        .contains("LC1402  error    signal-that-cannot-be-handled")
        .contains("TEAM-1  warning  joins-a-thread                     Threads are joined with a");
    assertThat(tree.run("--explain", "lc0201")).isZero();
    assertThat(tree.out()).startsWith("# LC0201").contains("## Bad", "## Good");
    assertThat(tree.run("--explain", "common-pool-shutdown")).isZero();
    assertThat(tree.out()).startsWith("# LC0904 · common-pool-shutdown").contains("## Bad");
    assertThat(tree.run("--explain", "joins-a-thread", "--rules", rules)).isZero();
    assertThat(tree.out())
        .startsWith("# TEAM-1 · joins-a-thread\n\nThreads are joined with a limit here.\nWe agreed")
        .contains("## Bad\n\n```java\nclass A { void f(Thread t) throws Exception { t.join(); } }");
    assertThat(tree.run("--explain", "LC9999")).isEqualTo(2);
    assertThat(tree.err()).startsWith("--explain: LC9999 (expected: a rule's id or name");
  }

  @Test
  void rulesOfTheUsersOwnAreTriedOnTheirExamples() throws IOException {
    String rules = tree.write("own.rules", OWN).toString();

    assertThat(tree.run("--test-rules", "--rules", rules)).isZero();
    assertThat(tree.out()).startsWith("ok     TEAM-1 joins-a-thread: 1 bad, 1 good\n");
    tree.write("own.rules", OWN.replace("t.join(5)", "t.join()").replace("{ t.join(); }", "{ }"));
    assertThat(tree.run("--test-rules", "--rules", rules)).isOne();
    assertThat(tree.out())
        .contains(
            "FAILED TEAM-1", "own.rules:10: nothing is found in this bad example", "1 failures");
    assertThat(tree.run("--test-rules")).isEqualTo(2);
    assertThat(tree.err()).startsWith("--test-rules: without rules (expected: with --rules FILE)");
  }

  @Test
  void aTerminalSeesHowFarALongRunIs() throws IOException {
    for (int i = 0; i < 60; i++) {
      tree.write("src/b/C" + i + ".java", "package b;\nclass C" + i + " {}\n");
    }
    Terminal terminal = new Terminal(true, false, 100, StandardCharsets.UTF_8);

    tree.run(terminal, folder.toString());

    assertThat(tree.err())
        .startsWith("\r\u001b[K0 of 61 files  reading src\r\u001b[K25 of 61 files")
        .endsWith("\r\u001b[K");
    tree.lint();
    assertThat(tree.err()).isEmpty();
  }
}
