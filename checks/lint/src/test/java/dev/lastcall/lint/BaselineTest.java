package dev.lastcall.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an old code base starts with. */
final class BaselineTest {
  @TempDir Path folder;

  @Test
  void whatWasThereIsNoLongerFoundAndWhatIsNewIs() throws IOException {
    Tree tree = new Tree(folder.resolve("code"));
    Path file = folder.resolve("baseline.json");
    tree.write("A.java", Tree.FAULT.formatted("A"));
    Baseline.write(tree.lint(), file);

    tree.write("A.java", "\n\n// moved\n" + Tree.FAULT.formatted("A"));
    tree.write("B.java", Tree.FAULT.formatted("B"));
    LintResult after = tree.lint();

    assertThat(after.findings()).hasSize(2);
    assertThat(Baseline.read(file).apply(after).findings())
        .hasSize(1)
        .allMatch(each -> each.file().endsWith("B.java"));
  }

  @Test
  void aSecondFaultOfTheSameWordsIsNew() throws IOException {
    Tree tree = new Tree(folder.resolve("code"));
    Path file = folder.resolve("baseline.json");
    tree.write("A.java", Tree.FAULT.formatted("A"));
    Baseline.write(tree.lint(), file);

    tree.write("A.java", Tree.FAULT.formatted("A") + Tree.FAULT.formatted("B"));

    assertThat(Baseline.read(file).apply(tree.lint()).findings()).hasSize(1);
  }

  @Test
  void whatWasMendedIsCounted() throws IOException {
    Tree tree = new Tree(folder.resolve("code"));
    Path file = folder.resolve("baseline.json");
    tree.write("A.java", Tree.FAULT.formatted("A"));
    Baseline.write(tree.lint(), file);
    tree.write("A.java", Tree.FINE.formatted("A"));

    assertThat(Baseline.read(file).gone(tree.lint())).isOne();
  }

  @Test
  void aFileOfAnotherKindIsRefusedByName() throws IOException {
    Path other = new Tree(folder).write("other.json", "{\"format\": \"something\"}");
    Path text = new Tree(folder).write("text.txt", "no JSON");

    assertThatThrownBy(() -> Baseline.read(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("baseline: " + other + " (expected: ");
    assertThatThrownBy(() -> Baseline.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
