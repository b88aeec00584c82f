package dev.lastcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/checks.md} shows works. */
final class LintPageTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^```(\\w*)\\n(.*?)^```", Pattern.DOTALL);

  @TempDir Path folder;

  private LintTree tree = new LintTree(Path.of(""));

  @BeforeEach
  void makeWhatThePageNames() throws IOException {
    tree = new LintTree(folder);
    tree.write("src/a/A.java", "package a;\n" + LintTree.FAULT.formatted("A"));
    tree.write("lib/readme.txt", "-");
    tree.write("team.rules", block("rule TEAM-004"));
  }

  @Test
  void everyCommandRuns() throws IOException {
    List<String> commands = new ArrayList<>();
    for (String line : String.join("\n", blocks()).lines().toList()) {
      if (line.startsWith("./lastcall lint ")) {
        commands.add(line.replaceFirst("\\s+#.*", "").substring("./lastcall lint ".length()));
      }
    }
    assertThat(commands).hasSizeGreaterThan(8);
    for (String command : commands) {
      assertThat(tree.run(arguments(command))).as(command + tree.err()).isLessThan(2);
    }
  }

  @Test
  void theMuseumsFindingIsThere() throws IOException {
    tree.run(ROOT.resolve("examples/museum").toString());

    String finding = block("examples/museum/src");
    assertThat(tree.out()).contains(finding.substring(finding.lastIndexOf('/') + 1).strip());
  }

  @Test
  void theRuleIsOneAndItsExamplesShowIt() {
    assertThat(tree.run("--test-rules", "--rules", tree.path("team.rules").toString())).isZero();
    assertThat(tree.out())
        .startsWith("ok     TEAM-004 producer-close-without-limit: 1 bad, 1 good");
  }

  @Test
  void theFactsAreFacts() throws IOException {
    assertThat(Rules.facts(block("com.acme.Client#close()").lines().toList())).isNotNull();
  }

  /** The words of a command, with the files that it names. */
  private String[] arguments(String command) {
    return List.of(command.strip().split(" +")).stream()
        .map(word -> word.replace("'", ""))
        .map(
            word ->
                word.matches("src|lib/\\*|team\\.rules|lastcall\\.(sarif|json|baseline)")
                    ? folder + "/" + word
                    : word.startsWith("examples/") ? ROOT.resolve(word).toString() : word)
        .toArray(String[]::new);
  }

  private static String block(String part) throws IOException {
    return blocks().stream().filter(block -> block.contains(part)).findFirst().orElseThrow();
  }

  private static List<String> blocks() throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("docs/checks.md")));
    while (block.find()) {
      blocks.add(block.group(2));
    }
    return blocks;
  }
}
