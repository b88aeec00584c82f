package dev.lastcall.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.BugPattern;
import dev.lastcall.rules.Rules;
import dev.lastcall.source.Check;
import dev.lastcall.source.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Error Prone's view of the rules is the rules'. What the checks find is tried in proofs/gate. */
final class CheckersTest {
  private static final String SERVICES =
      "/META-INF/services/com.google.errorprone.bugpatterns.BugChecker";

  @Test
  void everyRuleHasACheckOfItsNameInItsWords() throws ClassNotFoundException {
    for (Rule rule : rules()) {
      BugPattern pattern = pattern(rule);
      assertThat(pattern.altNames()).as(rule.id()).containsExactly(rule.name());
      assertThat(pattern.summary()).as(rule.id()).isEqualTo(rule.summary());
      assertThat(pattern.severity())
          .as(rule.id())
          .isEqualTo(
              switch (rule.severity()) {
                case ERROR -> BugPattern.SeverityLevel.ERROR;
                case WARNING -> BugPattern.SeverityLevel.WARNING;
                case NOTE -> BugPattern.SeverityLevel.SUGGESTION;
              });
    }
  }

  @Test
  void errorProneIsToldOfEveryCheckAndOfNoOther() throws IOException {
    List<String> expected = new ArrayList<>(List.of("dev.lastcall.errorprone.LastcallRules"));
    rules().forEach(rule -> expected.add("dev.lastcall.errorprone." + rule.id()));

    try (InputStream services = CheckersTest.class.getResourceAsStream(SERVICES)) {
      assertThat(services).isNotNull();
      assertThat(new String(services.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactlyElementsOf(expected);
    }
  }

  private static BugPattern pattern(Rule rule) throws ClassNotFoundException {
    Class<?> checker =
        Class.forName(
            "dev.lastcall.errorprone." + rule.id(), false, CheckersTest.class.getClassLoader());
    return checker.getAnnotation(BugPattern.class);
  }

  private static List<Rule> rules() {
    return Rules.all().stream().map(Check::rule).toList();
  }
}
