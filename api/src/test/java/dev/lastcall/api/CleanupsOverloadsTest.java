package dev.lastcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/**
 * That these lines compile is half of the test: no overload is ambiguous for a method reference.
 */
final class CleanupsOverloadsTest {
  private final List<String> calls = new ArrayList<>();
  private final Producer producer = new Producer();
  private final CleanupContext context =
      new CleanupContext("x", Deadline.after(Duration.ofSeconds(1)), "");

  @Test
  void aMethodReferenceWithATimedSiblingTakesTheFormWithoutArguments() throws Exception {
    Recorder cleanups = new Recorder();
    cleanups.defer("a", producer::close);
    cleanups.defer(CleanupSpec.named("b"), producer::close);
    cleanups.deferAsync(CleanupSpec.named("c"), producer::closeAsync);
    for (Cleanup cleanup : cleanups.deferred) {
      cleanup.run(context);
    }
    assertThat(calls).containsExactly("close", "close", "closeAsync");
  }

  @Test
  void aLambdaWithAContextTakesTheTimedForm() throws Exception {
    Recorder cleanups = new Recorder();
    cleanups.defer("a", ctx -> producer.close(ctx.deadline().remaining()));
    cleanups.deferAsync(
        CleanupSpec.named("b"), ctx -> producer.closeAsync(ctx.deadline().remaining()));
    cleanups.defer("c", () -> producer.close());
    for (Cleanup cleanup : cleanups.deferred) {
      cleanup.run(context);
    }
    assertThat(calls).containsExactly("close in time", "closeAsync in time", "close");
  }

  private final class Producer {
    void close() {
      calls.add("close");
    }

    void close(Duration timeout) {
      calls.add(timeout.isNegative() ? "late" : "close in time");
    }

    CompletionStage<Void> closeAsync() {
      calls.add("closeAsync");
      return CompletableFuture.completedStage(null);
    }

    CompletionStage<Void> closeAsync(Duration timeout) {
      calls.add(timeout.isNegative() ? "late" : "closeAsync in time");
      return CompletableFuture.completedStage(null);
    }
  }

  private static final class Recorder implements Cleanups {
    private final List<Cleanup> deferred = new ArrayList<>();

    @Override
    public Registration defer(CleanupSpec spec, Cleanup cleanup) {
      deferred.add(cleanup);
      return new Handle(spec.name());
    }

    @Override
    public Registration deferAsync(CleanupSpec spec, AsyncCleanup cleanup) {
      deferred.add(cleanup::start);
      return new Handle(spec.name());
    }

    @Override
    public <T extends AutoCloseable> T closing(CleanupSpec spec, T resource) {
      deferred.add((PlainCleanup) resource::close);
      return resource;
    }

    @Override
    public void flushLast(String name, FlushTarget target) {}
  }

  private record Handle(String name) implements Registration {
    @Override
    public NodeState state() {
      return NodeState.REGISTERED;
    }

    @Override
    public void close() {}
  }
}
