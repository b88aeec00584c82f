package dev.lastcall.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run over a source tree, and whatever can lie in one. */
final class LintTest {
  @TempDir Path folder;

  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void makeTree() {
    tree = new Tree(folder);
  }

  @Test
  void findsWhatIsBelowAFolderAndSaysWhere() throws IOException {
    tree.write("a/A.java", "package a;\n" + Tree.FAULT.formatted("A"));
    tree.write("a/B.java", "package a;\n" + Tree.FINE.formatted("B"));

    LintResult result = tree.lint();

    assertThat(result.files()).isEqualTo(2);
    assertThat(Tree.rules(result)).containsExactly("LC0201");
    LintFinding found = result.findings().get(0);
    assertThat(LintResult.relative(folder, found.file())).isEqualTo("a/A.java");
    assertThat(found.finding().span().line()).isEqualTo(9);
    assertThat(found.line()).isEqualTo("                    worker.join();");
    assertThat(result.notices()).isEmpty();
  }

  @Test
  void theSameClassInTwoSourceRootsIsCheckedTwice() throws IOException {
    tree.write("one/src/a/A.java", "package a;\n" + Tree.FAULT.formatted("A"));
    tree.write("two/src/a/A.java", "package a;\n" + Tree.FAULT.formatted("A"));

    assertThat(Tree.rules(tree.lint())).containsExactly("LC0201", "LC0201");
  }

  @Test
  void aTypeOfAnotherSourceRootIsKnown() throws IOException {
    tree.write("one/src/a/Base.java", "package a;\npublic class Base extends Thread {}\n");
    String user =
        "package b;\n" + Tree.FAULT.formatted("User").replace("Thread worker", "a.Base worker");
    tree.write("two/src/b/User.java", user);

    assertThat(Tree.rules(tree.lint())).containsExactly("LC0201");
  }

  @Test
  void aFileWithASyntaxErrorIsNamedAndTheRestIsChecked() throws IOException {
    tree.write("Broken.java", "class Broken { void f( { }");
    tree.write("A.java", Tree.FAULT.formatted("A"));

    LintResult result = tree.lint();

    assertThat(Tree.rules(result)).containsExactly("LC0201");
    assertThat(result.notices())
        .hasSize(1)
        .first()
        .asString()
        .contains("Broken.java:1: is not Java");
  }

  @Test
  void aFileInAnotherEncodingIsNamedAndTheRestIsChecked() throws IOException {
    Files.write(
        folder.resolve("Latin.java"),
        "class Latin { String ä; }".getBytes(StandardCharsets.ISO_8859_1));
    tree.write("A.java", Tree.FAULT.formatted("A"));

    LintResult result = tree.lint();

    assertThat(Tree.rules(result)).containsExactly("LC0201");
    assertThat(result.notices())
        .hasSize(1)
        .first()
        .asString()
        .contains("Latin.java: is not UTF-8 text");
  }

  @Test
  void codeWhoseLibrariesAreMissingIsCheckedAndTheMissingPackagesAreNamed() throws IOException {
    tree.write(
        "A.java",
        "import com.acme.Widget;\n" + Tree.FAULT.formatted("A") + "class W { Widget w; }\n");

    LintResult result = tree.lint();

    assertThat(Tree.rules(result)).containsExactly("LC0201");
    assertThat(result.notices()).hasSize(1).first().asString().contains("com.acme", "--classpath");
  }

  @Test
  void aMissingClassIsNotTakenForAPackage() throws IOException {
    tree.write(
        "A.java",
        """
        import com.acme.Content.Chunk;
        import org.example.Thing;
        class A { Content.Source source; Handler.Wrapper handler; com.acme.io.Pipe pipe; Thing t; }
        """);

    assertThat(tree.lint().notices())
        .hasSize(1)
        .first()
        .asString()
        .contains("3 packages are not on the class path (com.acme, com.acme.io, org.example)");
  }

  @Test
  void linksInACircleAreFollowedOnce() throws IOException {
    tree.write("a/A.java", "package a;\n" + Tree.FAULT.formatted("A"));
    Files.createSymbolicLink(folder.resolve("a/again"), folder);

    assertThat(Tree.rules(tree.lint())).containsExactly("LC0201");
  }

  @Test
  void aLinkToNowhereIsNamed() throws IOException {
    Files.createSymbolicLink(folder.resolve("Gone.java"), folder.resolve("nowhere"));

    assertThat(tree.lint().notices())
        .hasSize(1)
        .first()
        .asString()
        .contains("Gone.java: cannot be read");
  }

  @Test
  void whatIsNotJavaIsLeftOut() throws IOException {
    Path text = tree.write("notes.txt", "no code");
    Path java = tree.write("A.java", Tree.FAULT.formatted("A"));

    LintResult result = tree.lint(text, java);

    assertThat(result.files()).isOne();
    assertThat(result.notices())
        .hasSize(1)
        .first()
        .asString()
        .contains("notes.txt: is not a Java file");
  }

  @Test
  void aPathThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> tree.lint(folder.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void generatedCodeOfFiftyThousandLinesIsChecked() throws IOException {
    StringBuilder big = new StringBuilder("class Big {\n");
    for (int i = 0; i < 25_000; i++) {
      big.append("  int f").append(i).append("() {\n    return ").append(i).append("; }\n");
    }
    tree.write("Big.java", big.append("}\n").toString());

    assertThat(tree.lint().files()).isOne();
  }

  @Test
  void deeplyNestedCodeCostsTheOtherFilesNothing() throws IOException {
    tree.write(
        "Deep.java", "class Deep { int x = " + "(".repeat(9_000) + "1" + ")".repeat(9_000) + "; }");
    tree.write("A.java", Tree.FAULT.formatted("A"));

    LintResult result = tree.lint();

    assertThat(Tree.rules(result)).containsExactly("LC0201");
  }

  @Test
  void codeThatWasCutAndShuffledIsNeverTooMuch() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String whole = Tree.FAULT.formatted("A");
    for (int i = 0; i < 40; i++) {
      List<String> words = new ArrayList<>(List.of(whole.split("(?<=\\W)")));
      for (int j = 0; j < 5; j++) {
        words.remove(random.nextInt(words.size()));
      }
      tree.write("F" + i + ".java", String.join("", words));
    }

    assertThat(tree.lint().notices())
        .as("seed %s", seed)
        .noneMatch(notice -> isOurs(notice.message()));
  }

  /** The compiler itself fails over some code, which it wraps so; its words are passed on. */
  private static boolean isOurs(String message) {
    return message.contains("could not be checked")
        && !message.contains("IllegalStateException: java.lang.AssertionError");
  }
}
