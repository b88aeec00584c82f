package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitEvent.CleanupBegan;
import dev.lastcall.api.ExitEvent.CleanupEnded;
import dev.lastcall.api.ExitEvent.CleanupInterrupted;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.TraceContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class ListenerTest {
  private static final Duration PLENTY = Duration.ofSeconds(60);

  private final ConcurrentLinkedQueue<ExitEvent> events = new ConcurrentLinkedQueue<>();

  private static ExitCoordinator exit(TraceContext trace, Consumer<ExitEvent> listener) {
    return ExitCoordinator.create(
        Threads.EIGHT,
        new ExitSettings(PLENTY, Mode.PERMISSIVE, trace, listener, Deadline.Ticker.system()));
  }

  private static CleanResult run(ExitCoordinator exit) {
    return exit.run(Deadline.after(PLENTY), System.nanoTime());
  }

  @Test
  void everyBeginInterruptAndEndIsToldInOrder() {
    ExitCoordinator exit = exit(TraceContext.none(), events::add);
    PlainCleanup hanging = new CountDownLatch(1)::await;
    exit.defer(named("slow").within(Duration.ofMillis(30)), hanging);
    PlainCleanup nothing = () -> {};
    exit.defer(named("skipped").after("slow").requiringPredecessors(), nothing);
    exit.defer(named("last").within(Duration.ofSeconds(2)).after("skipped"), nothing);
    CleanResult result = run(exit);
    List<ExitEvent> told =
        events.stream().filter(event -> !(event instanceof CleanupInterrupted)).toList();
    assertThat(told).hasSize(5);
    assertThat(((CleanupBegan) told.get(0)).name()).isEqualTo("slow");
    assertThat(((CleanupBegan) told.get(0)).traceId()).isEmpty();
    Outcome slow = ((CleanupEnded) told.get(1)).outcome();
    assertThat(slow).isInstanceOfAny(Outcome.TimedOut.class, Outcome.Abandoned.class);
    assertThat(((CleanupEnded) told.get(2)).outcome())
        .isEqualTo(new Outcome.Skipped("predecessor slow " + slow.word()));
    CleanupBegan last = (CleanupBegan) told.get(3);
    assertThat(last.name()).isEqualTo("last");
    assertThat(last.allotted()).isBetween(Duration.ofNanos(1_999_999_000), Duration.ofSeconds(2));
    CleanupEnded ended = (CleanupEnded) told.get(4);
    assertThat(ended.name()).isEqualTo("last");
    assertThat(ended.outcome()).isEqualTo(result.cleanups().get(2).outcome());
    assertThat(told).extracting(ExitEvent::at).isSorted();
  }

  @Test
  void aListenerThatThrowsStopsNothing() {
    ExitCoordinator exit =
        exit(
            TraceContext.none(),
            event -> {
              events.add(event);
              throw new AssertionError("scripted");
            });
    PlainCleanup nothing = () -> {};
    exit.defer(named("a"), nothing);
    exit.defer(named("b").after("a"), nothing);
    CleanResult result = run(exit);
    assertThat(result.cleanups()).allMatch(cleanup -> cleanup.outcome().isCompleted());
    assertThat(events).hasSize(4);
  }

  @Test
  void aCleanupRunsUnderTheTraceOfWhoeverRegisteredIt() {
    CopyOnWriteArrayList<String> seen = new CopyOnWriteArrayList<>();
    ThreadLocal<String> current = ThreadLocal.withInitial(() -> "none");
    ExitCoordinator exit = exit(() -> new Kept(current.get(), current), events::add);
    current.set("registering");
    exit.defer(named("a"), context -> seen.add("a " + current.get() + " " + context.traceId()));
    PlainCleanup failing =
        () -> {
          seen.add("b " + current.get());
          throw new IllegalStateException("scripted");
        };
    current.set("other");
    exit.defer(named("b").after("a"), failing);
    CleanResult result = run(exit);
    assertThat(seen).containsExactly("a registering registering", "b other");
    assertThat(result.cleanups()).extracting("traceId").containsExactly("registering", "other");
    assertThat(events)
        .filteredOn(event -> event instanceof CleanupBegan)
        .extracting(event -> ((CleanupBegan) event).traceId())
        .containsExactly("registering", "other");
  }

  private record Kept(String traceId, ThreadLocal<String> current)
      implements TraceContext.Captured {
    @Override
    public TraceContext.Restored restore() {
      String before = current.get();
      current.set(traceId);
      return () -> current.set(before);
    }
  }
}
