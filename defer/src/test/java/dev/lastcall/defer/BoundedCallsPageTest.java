package dev.lastcall.defer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** The page {@code docs/bounded-calls.md} shows code that is compiled, and run here. */
final class BoundedCallsPageTest {
  @Test
  void theExampleOnThePageIsTheOneThatIsCompiled() throws IOException {
    String page = Files.readString(Path.of("../docs/bounded-calls.md"));
    String source =
        Files.readString(Path.of("src/test/java/dev/lastcall/defer/BoundedExample.java"));
    assertThat(between(page, "```java\n", "```"))
        .isEqualTo(between(source, "  // begin\n", "\n  // end").stripIndent() + "\n");
  }

  @Test
  void bothFormsComeBackFromAHang() {
    CountDownLatch never = new CountDownLatch(1);
    try (Watchdog watchdog = Watchdog.start(Deadline.Ticker.system());
        CleanupThreads threads = CleanupThreads.start(1, watchdog)) {
      assertThat(BoundedExample.closeWhateverItDoes(threads, never::await))
          .isInstanceOfAny(Outcome.TimedOut.class, Outcome.Abandoned.class);
      assertThat(BoundedExample.closeWhateverItDoes(threads, () -> {}))
          .isInstanceOf(Outcome.Completed.class);
    }
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> BoundedExample.closeIfItHeedsInterrupts(never::await))
        .withMessageContaining(" is over, was at ");
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
