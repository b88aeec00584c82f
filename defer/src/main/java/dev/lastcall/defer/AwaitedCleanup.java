package dev.lastcall.defer;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.AsyncCleanup;
import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous cleanup as one that waits for its stage.
 *
 * <p>The waiting thread is the cleanup thread, so the watchdog sees it; when that is interrupted,
 * the stage's future is cancelled. Thread-safe if the asynchronous cleanup is.
 */
public final class AwaitedCleanup implements Cleanup {
  private final AsyncCleanup cleanup;

  private AwaitedCleanup(AsyncCleanup cleanup) {
    this.cleanup = cleanup;
  }

  /**
   * Returns a cleanup that starts an asynchronous one and waits until its stage has ended.
   *
   * @param cleanup the asynchronous cleanup
   * @return the waiting cleanup
   * @throws IllegalArgumentException if the cleanup is null
   */
  public static AwaitedCleanup of(AsyncCleanup cleanup) {
    return new AwaitedCleanup(Arguments.given("cleanup", cleanup));
  }

  /**
   * Starts and waits.
   *
   * @param context handed on
   * @throws Exception what the stage failed with, or {@link InterruptedException} after the future
   *     was cancelled
   */
  @Override
  public void run(CleanupContext context) throws Exception {
    @Nullable CompletionStage<?> stage = cleanup.start(context);
    if (stage == null) {
      throw new IllegalStateException(
          Arguments.text("stage", null, "a stage, cleanup: " + context.name()));
    }
    CompletableFuture<?> future = stage.toCompletableFuture();
    try {
      future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  private static Exception cause(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof Exception exception ? exception : e;
  }
}
