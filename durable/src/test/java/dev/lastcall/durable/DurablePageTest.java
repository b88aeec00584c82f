package dev.lastcall.durable;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page {@code docs/durable-cleanups.md} shows code that is compiled, and run here. */
final class DurablePageTest {
  @TempDir Path folder;

  private final LeaseExample.LeaseServer leases = new LeaseExample.LeaseServer();
  private final OneCleanup exit = new OneCleanup();

  @Test
  void theExampleOnThePageIsTheOneThatIsCompiled() throws IOException {
    String page = Files.readString(Path.of("../docs/durable-cleanups.md"));
    String source =
        Files.readString(Path.of("src/test/java/dev/lastcall/durable/LeaseExample.java"));

    assertThat(between(page, "```java\n", "```"))
        .isEqualTo(between(source, "  // begin\n", "\n\n  // end").stripIndent() + "\n");
  }

  @Test
  void theExampleGivesItsLeaseBack() {
    try (LeaseExample example = new LeaseExample(folder, leases, exit, order -> {})) {
      example.handle("orders/42");
      assertThat(leases.taken()).isEmpty();
    }
  }

  @Test
  void whatAnEarlierProcessTookIsGivenBackByTheNext() {
    try (LeaseExample dies = new LeaseExample(folder, leases, exit, order -> {})) {
      leases.take("orders/43", dies.durable().defer("release-lease", "orders/43").idempotencyKey());
    }
    assertThat(leases.taken()).containsExactly("orders/43");

    try (LeaseExample next = new LeaseExample(folder, leases, exit, order -> {})) {
      await().until(() -> next.durable().openIntents().isEmpty());
    }
    assertThat(leases.taken()).isEmpty();
  }

  @Test
  void whatIsOpenAtTheExitIsGivenBackThere() {
    try (LeaseExample example = new LeaseExample(folder, leases, exit, this::exitNow)) {
      example.handle("orders/44");
      assertThat(example.durable().openIntents()).isEmpty();
    }
  }

  private void exitNow(String order) {
    assertThat(leases.taken()).containsExactly(order);
    try {
      exit.run(ofMinutes(1));
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
    assertThat(leases.taken()).isEmpty();
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
