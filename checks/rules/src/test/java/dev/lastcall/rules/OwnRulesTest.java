package dev.lastcall.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.patterns.RuleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnRulesTest {
  private static final String RULE = "rule %s error\n  match $x.gc()\n  report no\n";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void rulesOfOnesOwnStandBesideThoseThatComeWithLastcall() throws IOException {
    Path team = file("team.rules", RULE.formatted("TEAM-1"));

    List<RuleFile> own = OwnRules.read("--rules", List.of(team));
    assertThat(OwnRules.besideShipped(own))
        .hasSize(Rules.all().size() + 1)
        .last()
        .satisfies(check -> assertThat(check.rule().id()).isEqualTo("TEAM-1"));
  }

  @Test
  void theIdOfAnotherRuleIsRefusedWhereverThatStands() throws IOException {
    Path first = file("first.rules", RULE.formatted("TEAM-1"));
    Path second = file("second.rules", RULE.formatted("TEAM-1"));
    Path shipped = file("shipped.rules", RULE.formatted("LC0201"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnRules.read("--rules", List.of(first, second)))
        .withMessage(second + ": rule TEAM-1 (expected: an id that no other rule has)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnRules.read("--rules", List.of(shipped)))
        .withMessage(shipped + ": rule LC0201 (expected: an id that no other rule has)");
  }

  @Test
  void aLineThatIsNoFactIsRefusedWithItsFile() throws IOException {
    Path facts = file("team.facts", "close com.acme.Client#close() for-ever\nnonsense\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnRules.facts("--facts", List.of(facts)))
        .withMessageStartingWith(facts + ": ")
        .withMessageContaining("nonsense");
  }

  @Test
  void aFileThatCannotBeReadIsRefusedByTheOptionThatNamesIt() throws IOException {
    Path missing = folder.resolve("missing");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xC3, (byte) 0x28});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnRules.read("--rules", List.of(missing)))
        .withMessage("--rules: " + missing + " (expected: a file that can be read)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnRules.facts("--facts", List.of(binary)))
        .withMessage("--facts: " + binary + " (expected: text in UTF-8)");
  }
}
