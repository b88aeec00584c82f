package dev.lastcall.defer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.CleanupContext;
import dev.lastcall.api.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AwaitedCleanupTest {
  private final CleanupContext context =
      new CleanupContext("orders", Deadline.after(Duration.ofSeconds(5)), "");

  @Test
  void aStageThatIsDoneIsTheEnd() throws Exception {
    AwaitedCleanup.of(given -> CompletableFuture.completedStage(given)).run(context);
  }

  @Test
  void whatTheStageFailedWithIsThrown() {
    IOException exception = new IOException("disk");
    assertThatThrownBy(
            () -> AwaitedCleanup.of(given -> CompletableFuture.failedStage(exception)).run(context))
        .isSameAs(exception);
  }

  @Test
  void anErrorOfTheStageIsThrown() {
    Error error = new NoClassDefFoundError("Gone");
    assertThatThrownBy(
            () -> AwaitedCleanup.of(given -> CompletableFuture.failedStage(error)).run(context))
        .isSameAs(error);
  }

  @Test
  void anInterruptCancelsTheFuture() {
    CompletableFuture<Void> future = new CompletableFuture<>();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> AwaitedCleanup.of(given -> future).run(context))
        .isInstanceOf(InterruptedException.class);
    assertThat(future).isCancelled();
  }

  @Test
  @SuppressWarnings("NullAway") // callers without null checks exist
  void noStageIsAClearError() {
    assertThatIllegalStateException()
        .isThrownBy(() -> AwaitedCleanup.of(given -> null).run(context))
        .withMessage("stage: null (expected: a stage, cleanup: orders)");
  }
}
