package dev.lastcall.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs every stress test and looks at the verdicts. */
@EnabledIf(value = "hasTwoProcessors", disabledReason = "jcstress runs no two actors on one CPU")
final class StateMachinesTest {
  /** The system property by which one asks for the tests of one room. */
  private static final String ROOM = "lastcall.stress.room";

  private static final String PROOFS =
      "dev\\.lastcall\\.(?!stress)" + System.getProperty(ROOM, "\\w+") + "\\.\\w+";
  private static final Pattern TEST = Pattern.compile("(" + PROOFS + ")_jcstress");

  @Test
  void noInterleavingOfAnyStateMachineIsForbidden() throws IOException {
    StressRun run = StressRun.of(PROOFS, folder("stress"));
    assertThat(run.failed()).as(run.summary()).isEmpty();
    assertThat(run.passed()).as(run.transcript()).isNotEmpty().isEqualTo(written());
  }

  @Test
  void aBrokenStateMachineIsFound() throws IOException {
    StressRun run = StressRun.thoroughly(BrokenSlotStress.class.getName(), folder("broken"));
    assertThat(run.failed()).as(run.transcript()).containsExactly(BrokenSlotStress.class.getName());
    assertThat(run.transcript()).contains("Both ended the section, or neither.");
  }

  static boolean hasTwoProcessors() {
    return Runtime.getRuntime().availableProcessors() > 1;
  }

  /** A folder that stays, because jcstress puts its pages there. */
  private static Path folder(String name) throws IOException {
    return Files.createDirectories(Path.of("target", name).toAbsolutePath());
  }

  /** The tests that were compiled, by jcstress' own list of them. */
  private static Set<String> written() throws IOException {
    try (InputStream list = StateMachinesTest.class.getResourceAsStream("/META-INF/TestList")) {
      String text = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
      return TEST.matcher(text)
          .results()
          .map(found -> found.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
