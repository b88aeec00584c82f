package dev.lastcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever {@code lastcall lint} can be given: it says what is wrong, checks the rest, and never
 * shows a stack trace.
 */
final class LintBadInputTest {
  @TempDir Path folder;

  private LintTree tree = new LintTree(Path.of(""));

  @BeforeEach
  void plantAFault() throws IOException {
    tree = new LintTree(folder);
    tree.write("src/a/A.java", "package a;\n" + LintTree.FAULT.formatted("A"));
  }

  @AfterEach
  void noStackTraceWasShown() {
    assertThat(tree.out() + tree.err()).doesNotContain("\tat ", "--stacktrace shows");
  }

  @Test
  void anotherEncoding() throws IOException {
    Files.write(
        tree.write("src/a/Utf16.java", ""), "class Utf16 {}".getBytes(StandardCharsets.UTF_16));

    theRestIsCheckedAndSays("Utf16.java: is not UTF-8 text, left out (expected: the encoding");
  }

  @Test
  void notJavaAtAll() throws IOException {
    tree.write("src/a/Poem.java", "The rain in Spain\nstays mainly {{{ \"in the plain\n");

    theRestIsCheckedAndSays(
        "Poem.java:1: is not Java that this JDK reads, checked as far as it is");
  }

  @Test
  void binaryThatIsNamedJava() throws IOException {
    Files.write(tree.write("src/a/Bin.java", ""), new byte[] {0, 1, 2, 3, 'c', 0, 7});

    theRestIsCheckedAndSays("Bin.java:1: is not Java");
  }

  @Test
  void anEmptyFileIsFine() throws IOException {
    tree.write("src/a/Empty.java", "");

    assertThat(tree.lint()).isOne();
    assertThat(tree.out()).doesNotContain("notice");
  }

  @Test
  void fiftyThousandLinesOfGeneratedCode() throws IOException {
    StringBuilder big = new StringBuilder("package a;\nclass Big {\n");
    for (int i = 0; i < 25_000; i++) {
      big.append("  int f").append(i).append("() {\n    return ").append(i).append("; }\n");
    }
    tree.write("src/a/Big.java", big.append("}\n").toString());

    assertThat(tree.lint()).isOne();
    assertThat(tree.out()).contains("2 files checked: 1 error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "{", "new int[] {", "if (x) ", "a + ("})
  void deepNesting(String open) throws IOException {
    String close = open.endsWith("(") ? ")" : open.endsWith("{") ? "}" : ";";
    tree.write(
        "src/a/Deep.java",
        "package a;\nclass Deep { Object f(boolean x, int a) {"
            + (open.equals("{") || open.startsWith("if") ? "" : "return ")
            + open.repeat(12_000)
            + "1"
            + close.repeat(open.startsWith("if") ? 1 : 12_000)
            + "; } }");

    assertThat(tree.lint()).isOne();
    assertThat(tree.out()).contains("A.java:5:13 error LC0201", "notice", "Deep.java");
  }

  @Test
  void aSumOfTenThousandTermsIsNamedAtMost() throws IOException {
    tree.write(
        "src/a/Sum.java",
        "package a;\nclass Sum { String s(int x) { return x"
            + "+ \"y\" + x".repeat(5_000)
            + "; } }");

    assertThat(tree.lint()).isOne();
    assertThat(tree.out()).contains("A.java:5:13 error LC0201");
  }

  @Test
  void aSyntaxErrorHidesOnlyWhatItBreaks() throws IOException {
    tree.write("src/a/Half.java", LintTree.FAULT.formatted("Half") + "class Other { void f( { }\n");

    assertThat(tree.lint()).isOne();
    assertThat(tree.out())
        .contains("A.java:5:13 error LC0201")
        .containsPattern("Half.java:8: is not Java that this JDK reads");
  }

  @Test
  void aNewerLanguageLevel() throws IOException {
    tree.write(
        "src/a/Newer.java",
        "package a;\nclass Newer { record P(int x) {}\n int f(Object o) { return switch (o) {"
            + " case P(int x) -> x; default -> 0; }; } }\n");

    assertThat(tree.lint("--release", "17")).isOne();
    assertThat(tree.out())
        .contains("A.java:5:13 error LC0201")
        .contains("Newer.java:3: is not Java that this JDK reads");
  }

  @Test
  void aMissingClassPath() throws IOException {
    tree.write(
        "src/a/Uses.java",
        "package a;\nimport com.acme.Widget;\nimport org.none.*;\nclass Uses { Widget w; }\n");

    theRestIsCheckedAndSays("2 packages are not on the class path (com.acme, org.none)");
  }

  @Test
  void linksInACircleAndToNowhere() throws IOException {
    Files.createSymbolicLink(tree.path("src/a/loop"), tree.path("src"));
    Files.createSymbolicLink(tree.path("src/a/Self.java"), tree.path("src/a/Self.java"));

    assertThat(tree.lint()).isOne();
    assertThat(tree.out())
        .contains("1 file checked: 1 error")
        .contains("Self.java: cannot be read, left out");
  }

  @Test
  void aFileThatMustNotBeRead() throws IOException {
    Path secret = tree.write("src/a/Secret.java", "class Secret {}");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(secret), "this user may read everything (root)");

    theRestIsCheckedAndSays("Secret.java: cannot be read, left out: AccessDeniedException");
  }

  @Test
  void aFolderThatIsNamedJavaAndAFileThatIsNot() throws IOException {
    tree.write("src/a/Folder.java/Inner.java", "class Inner {}");
    String text = tree.write("notes.txt", "-").toString();

    assertThat(tree.run(text, tree.path("src").toString())).isOne();
    assertThat(tree.out())
        .contains("2 files checked: 1 error", "notes.txt: is not a Java file, left out");
  }

  @Test
  void aTreeWithoutJavaSaysSo() throws IOException {
    Files.createDirectories(tree.path("empty"));

    assertThat(tree.run(tree.path("empty").toString())).isZero();
    assertThat(tree.out()).contains("empty: has no Java file to check", "0 files checked");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rule X|own.rules:1:6: X (expected: ID and error, warning or note)",
        "{\"rules\": []}|own.rules:1:1: {\"rules\": (expected: rule ID SEVERITY",
        "rule X error~  match $p.close(~  report r|own.rules:2:",
        "rule X error~  match $p.close()~  report $q|own.rules:3:10: $q (expected: a hole of every",
        "rule LC0201 error~  match f()~  report r|own.rules: rule LC0201 (expected: an id that no",
      })
  void aRuleFileThatIsWrong(String text, String message) throws IOException {
    Path file = tree.write("own.rules", text.replace('~', '\n'));

    assertThat(tree.lint("--rules", file.toString())).isEqualTo(2);
    assertThat(tree.err())
        .startsWith(folder + "/" + message)
        .contains("(expected: ")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--rules", "--facts", "--baseline"})
  void aFileThatIsMissingOrNoText(String option) throws IOException {
    Path binary = Files.write(tree.path("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    for (Path file : new Path[] {tree.path("none"), folder, binary}) {
      assertThat(tree.lint(option, file.toString())).as("%s %s", option, file).isEqualTo(2);
      assertThat(tree.err()).contains(file.toString(), "(expected: ").hasLineCount(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--output,none/findings.txt,a file that can be written",
    "--write-baseline,none/base,a file that can be written",
    "--output,src,a file that can be written",
    "--classpath,none.jar,a jar or a folder that exists",
    "--classpath,none/*,a folder of jars before /*"
  })
  void aPathThatCannotBeUsedIsRefusedBeforeTheRun(String option, String name, String expected) {
    assertThat(tree.lint(option, folder + "/" + name)).isEqualTo(2);
    assertThat(tree.err()).startsWith(option + ": ").contains("(expected: " + expected + ")");
    assertThat(tree.out()).isEmpty();
  }

  @Test
  void aJarThatIsNone() throws IOException {
    String jar = tree.write("broken.jar", "no zip").toString();

    assertThat(tree.lint("--classpath", jar)).isOne();
    assertThat(tree.out())
        .contains("A.java:5:13 error LC0201")
        .contains("broken.jar: is not a jar that can be read, left out of the class path");
  }

  @Test
  void misuse() {
    assertThat(tree.run()).isEqualTo(2);
    assertThat(tree.err()).startsWith("PATH: missing (expected: at least one Java file or folder)");
    assertThat(tree.run(tree.path("none").toString())).isEqualTo(2);
    assertThat(tree.err()).contains("none (expected: a file or directory that exists)");
    assertThat(tree.lint("--format", "xml")).isEqualTo(2);
    assertThat(tree.err()).contains("'xml'");
    assertThat(tree.lint("--fail-on", "note")).isEqualTo(2);
    assertThat(tree.lint("--release", "new")).isEqualTo(2);
    assertThat(tree.lint("--nonsense")).isEqualTo(2);
  }

  private void theRestIsCheckedAndSays(String notice) {
    assertThat(tree.lint()).isOne();
    assertThat(tree.out()).contains("A.java:5:13 error LC0201").contains(notice);
  }
}
