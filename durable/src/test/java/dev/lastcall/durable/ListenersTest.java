package dev.lastcall.durable;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.AuditIdentity;
import dev.lastcall.api.Finding;
import dev.lastcall.api.TraceContext;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What audit, metrics and traces see of durable cleanups. */
final class ListenersTest {
  @TempDir Path temp;

  private final List<DurableRun> runs = new CopyOnWriteArrayList<>();
  private final List<String> current = new CopyOnWriteArrayList<>();
  private final ThreadLocal<String> trace = ThreadLocal.withInitial(() -> "");

  @Test
  void everyAttemptIsToldWithItsAuditIdentity() {
    String key;
    try (DurableCleanups durable = open(runs::add)) {
      trace.set("4bf9");
      DurableCleanup lease = durable.defer("release-lease", "orders/42");
      key = lease.idempotencyKey();
      lease.close();
    }
    assertThat(runs)
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.handler()).isEqualTo("release-lease");
              assertThat(run.text()).isEqualTo("orders/42");
              assertThat(run.idempotencyKey()).isEqualTo(key);
              assertThat(run.traceId()).isEqualTo("4bf9");
              assertThat(run.attempt()).isEqualTo(1);
              assertThat(run.outcome().word()).isEqualTo("completed");
              assertThat(run.standing()).isEqualTo(DurableRun.Standing.DONE);
              assertThat(run.audit()).contains(new AuditIdentity("CHG-1", "release"));
              assertThat(run.beganAt()).isAfterOrEqualTo(run.registeredAt());
            });
  }

  @Test
  void theHandlerRunsUnderTheTraceOfTheCodeThatDeferred() {
    try (DurableCleanups durable = open(runs::add)) {
      trace.set("4bf9");
      DurableCleanup lease = durable.defer("release-lease", "a");
      trace.set("other");
      lease.close();
    }
    assertThat(current).containsExactly("4bf9");
  }

  @Test
  void afterARestartTheIdOfTheTraceIsKnown() throws InterruptedException {
    try (DurableCleanups durable = open(runs::add)) {
      trace.set("4bf9");
      durable.defer("release-lease", "a");
    }
    trace.set("");
    try (DurableCleanups next = open(runs::add)) {
      next.replay(ofMinutes(1));
    }
    assertThat(runs).extracting(DurableRun::traceId).containsExactly("4bf9");
  }

  @Test
  void aListenerThatThrowsStopsNothingAndIsAFinding() {
    Consumer<DurableRun> broken =
        run -> {
          throw new IllegalStateException("full");
        };
    try (DurableCleanups durable = open(broken)) {
      durable.defer("release-lease", "a").close();
      durable.defer("release-lease", "b").close();

      assertThat(durable.openIntents()).isEmpty();
      assertThat(durable.findings())
          .extracting(Finding::id)
          .containsExactly("durable-listener-failed");
    }
  }

  private DurableCleanups open(Consumer<DurableRun> listener) {
    return DurableCleanups.in(temp)
        .capacityBytes(1 << 20)
        .handler(
            named("release-lease").audited("CHG-1", "release"), intent -> current.add(trace.get()))
        .trace(this::capture)
        .listener(listener)
        .withoutBackground()
        .open();
  }

  private TraceContext.Captured capture() {
    String captured = trace.get();
    return new TraceContext.Captured() {
      @Override
      public String traceId() {
        return captured;
      }

      @Override
      public TraceContext.Restored restore() {
        String before = trace.get();
        trace.set(captured);
        return () -> trace.set(before);
      }
    };
  }
}
