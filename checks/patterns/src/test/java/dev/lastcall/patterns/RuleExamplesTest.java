package dev.lastcall.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.source.Facts;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that are tried on their own examples. */
final class RuleExamplesTest {
  private static final String RULE =
      """
      rule R error
        match  $t.join()
        where  $t is java.lang.Thread
        report joins $t
        bad
          class A {
            void f(Thread t) throws Exception { t.join(); }
          }
        good
          class A {

            void f(Thread t) throws Exception { t.join(5); }
          }
      """;

  @Test
  void examplesThatShowTheRulePass() throws IOException {
    assertThat(failures(RULE)).isEmpty();
  }

  @Test
  void aBadExampleInWhichNothingIsFoundFails() throws IOException {
    assertThat(failures(RULE.replace("{ t.join(); }", "{ }")))
        .containsExactly("6: nothing is found in this bad example");
  }

  @Test
  void aGoodExampleInWhichSomethingIsFoundFailsAtItsLine() throws IOException {
    assertThat(failures(RULE.replace("t.join(5)", "t.join()")))
        .containsExactly("12: found in a good example: \"joins t\"");
  }

  @Test
  void anExampleThatIsNotJavaFailsAtItsLine() throws IOException {
    assertThat(failures(RULE.replace("{ t.join(5); }", "{ t.join(5) }")))
        .containsExactly("12: this good example is not Java; the compiler says: ';' expected");
    assertThat(failures(RULE.replace("{ t.join(); }", "{ t.jo in(); }")))
        .singleElement()
        .asString()
        .startsWith("7: nothing is found in this bad example; the compiler says: ");
  }

  @Test
  void aLibraryThatIsMissingIsNoMistake() throws IOException {
    String rule =
        RULE.replace("class A", "import com.acme.Gone; class A extends Gone")
            .replace("void f", "@Override void f");

    assertThat(failures(rule)).isEmpty();
  }

  @Test
  void aRuleTellsAboutItselfInMarkdown() {
    RuleFile.Entry entry =
        RuleFile.parse(
                "r",
                (RULE + "  name r-r\n  explain One.\n    Two.\n\n    Three.\n").lines().toList())
            .entries()
            .get(0);

    assertThat(entry.markdown())
        .startsWith(
            "# R · r-r\n\nOne.\nTwo.\n\nThree.\n\n## Bad\n\n```java\nclass A {\n  void f(Thread t)")
        .contains("```\n\n## Good\n\n```java\n");
    assertThat(entry.check().rule().summary()).isEqualTo("One.");
  }

  private static List<String> failures(String rules) throws IOException {
    return RuleExamples.failures(RuleFile.parse("r", rules.lines().toList()), Facts.of(List.of()))
        .stream()
        .map(failure -> failure.line() + ": " + failure.message())
        .toList();
  }
}
