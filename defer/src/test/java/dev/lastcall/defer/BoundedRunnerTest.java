package dev.lastcall.defer;

import static dev.lastcall.api.CleanupSpec.named;
import static dev.lastcall.defer.Soon.await;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.api.CleanupContext;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.TraceContext;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundedRunnerTest {
  private static final CleanupSpec POOL = named("pool").within(ofSeconds(1));
  private static final Duration PATIENCE = ofMillis(100);

  private final ManualTicker ticker = new ManualTicker();
  private final Watchdog watchdog = Watchdog.manual(ticker);
  private final CleanupThreads threads = CleanupThreads.start(2, watchdog);
  private final BoundedRunner runner = BoundedRunner.on(threads);
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final CompletableFuture<Thread> began = new CompletableFuture<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private final Deaf deaf = new Deaf();

  @AfterEach
  void close() {
    deaf.release();
    threads.close();
    callers.shutdown();
  }

  @Test
  void aCleanupThatReturnsHasCompletedOnAThreadOfItsName() {
    AtomicReference<String> name = new AtomicReference<>();
    Outcome outcome =
        runner.run(
            named("orders"),
            ctx -> {
              ticker.advance(ofMillis(7));
              name.set(Thread.currentThread().getName());
            },
            inTenSeconds());
    assertThat(outcome).isEqualTo(new Outcome.Completed(ofMillis(7)));
    assertThat(name).hasValue("lc:orders");
  }

  @Test
  void anIdleThreadKeepsNothingOfWhatItRan() {
    WeakReference<Object> pool = runOn(new Object());

    await()
        .until(
            () -> {
              System.gc();
              return pool.get() == null;
            });
  }

  private WeakReference<Object> runOn(Object pool) {
    runner.run(POOL, context -> assertThat(pool).isNotNull(), inTenSeconds());
    return new WeakReference<>(pool);
  }

  @Test
  void theCleanupIsToldItsNameDeadlineAndTrace() {
    List<CleanupContext> contexts = new ArrayList<>();
    Deadline deadline = inTenSeconds();
    runner.run(POOL, contexts::add, deadline, new Trace("4bf9"));
    assertThat(contexts)
        .containsExactly(new CleanupContext("pool", Deadline.after(ofSeconds(1), ticker), "4bf9"));
  }

  @Test
  void theTraceIsRestoredAroundTheCleanupWhateverItThrows() {
    Trace trace = new Trace("4bf9");
    Outcome outcome =
        runner.run(
            POOL,
            ctx -> {
              trace.steps.add("run");
              throw new IllegalStateException();
            },
            inTenSeconds(),
            trace);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(trace.steps).containsExactly("restore", "run", "close");
  }

  @Test
  void anyThrowableIsAnOutcome() {
    Error error = new StackOverflowError();
    Outcome outcome =
        runner.run(
            POOL,
            ctx -> {
              ticker.advance(ofMillis(7));
              throw error;
            },
            inTenSeconds());
    assertThat(outcome).isEqualTo(new Outcome.Failed(ofMillis(7), error));
  }

  @Test
  void aSleeperIsTimedOutWithThePlaceWhereItSlept() throws Exception {
    Future<Outcome> outcome = call(POOL, inTenSeconds());
    pass(ofSeconds(1));
    assertThat(outcome.get())
        .isInstanceOfSatisfying(
            Outcome.TimedOut.class,
            timedOut -> {
              assertThat(timedOut.elapsed()).isEqualTo(ofSeconds(1));
              assertThat(timedOut.sample().thread()).isEqualTo("lc:pool");
              assertThat(timedOut.sample().place()).contains("CountDownLatch.await");
            });
  }

  @Test
  void aHangingPoolIsAbandonedWithItsStack() throws Exception {
    Future<Outcome> outcome = callDeaf(POOL, inTenSeconds());
    pass(ofSeconds(1));
    pass(PATIENCE);
    assertThat(outcome.get())
        .isInstanceOfSatisfying(
            Outcome.Abandoned.class,
            abandoned ->
                assertThat(abandoned.sample().frames())
                    .anyMatch(frame -> frame.getMethodName().equals("hang")));
    assertThat(runner.run(POOL, ctx -> {}, inTenSeconds()).isCompleted()).isTrue();
  }

  @Test
  void aHangingPoolThatIsForcedComesBack() throws Exception {
    Future<Outcome> outcome = callDeaf(POOL.force(deaf::release), inTenSeconds());
    pass(ofSeconds(1));
    pass(PATIENCE);
    assertThat(outcome.get()).isInstanceOf(Outcome.TimedOut.class);
  }

  @Test
  void thePatienceFitsBeforeTheDeadline() throws Exception {
    Future<Outcome> outcome = callDeaf(POOL, Deadline.after(ofMillis(500), ticker));
    pass(ofMillis(399));
    assertThat(deaf.interrupts).hasValue(0);
    pass(ofMillis(1));
    pass(PATIENCE);
    assertThat(outcome.get())
        .isInstanceOfSatisfying(
            Outcome.Abandoned.class,
            abandoned -> {
              assertThat(abandoned.timeout()).isEqualTo(ofMillis(400));
              assertThat(abandoned.elapsed()).isEqualTo(ofMillis(500));
            });
  }

  @Test
  void theCleanupHasHalfOfTheTimeAtLeastHoweverShortThatIs() throws Exception {
    Future<Outcome> outcome = callDeaf(POOL, Deadline.after(ofMillis(50), ticker));
    pass(ofMillis(25));
    pass(ofMillis(25));
    assertThat(outcome.get())
        .isInstanceOfSatisfying(
            Outcome.Abandoned.class,
            abandoned -> assertThat(abandoned.timeout()).isEqualTo(ofMillis(25)));
  }

  @Test
  void withoutAFreeThreadTheCallerComesBackAtTheDeadline() throws Exception {
    List<Future<Outcome>> hanging =
        List.of(callDeaf(POOL, inTenSeconds()), callDeaf(POOL, inTenSeconds()));
    Deadline deadline = inTenSeconds();
    Future<Outcome> waiting = callers.submit(() -> runner.run(named("late"), ctx -> {}, deadline));
    ticker.advance(ofSeconds(11));
    assertThat(waiting.get())
        .isEqualTo(new Outcome.Skipped("no cleanup thread was free before the deadline"));
    assertThat(hanging).noneMatch(Future::isDone);
  }

  @Test
  void anInterruptOfTheCallerIsKeptAndShortensNothing() throws Exception {
    AtomicReference<@Nullable Thread> caller = new AtomicReference<>();
    Future<Boolean> kept =
        callers.submit(
            () -> {
              caller.set(Thread.currentThread());
              Outcome outcome = runner.run(POOL, ctx -> deaf.hang(), inTenSeconds());
              return outcome.isCompleted() && Thread.interrupted();
            });
    await().until(() -> deaf.began.get() == 1);
    Thread waiting = Objects.requireNonNull(caller.get());
    waiting.interrupt();
    await().until(() -> !waiting.isInterrupted());
    assertThat(kept).isNotDone();
    deaf.release();
    assertThat(kept.get()).isTrue();
  }

  @Test
  void theFutureOfAnAsynchronousCleanupIsCancelledAtItsBound() throws Exception {
    CompletableFuture<Void> future = new CompletableFuture<>();
    Future<Outcome> outcome =
        callers.submit(
            () ->
                runner.runAsync(
                    POOL,
                    ctx -> {
                      began.complete(Thread.currentThread());
                      return future;
                    },
                    inTenSeconds()));
    awaitWaiting();
    pass(ofSeconds(1));
    assertThat(outcome.get()).isInstanceOf(Outcome.TimedOut.class);
    assertThat(future).isCancelled();
  }

  @Test
  void aDeadlineOfAnotherClockIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> runner.run(POOL, ctx -> {}, Deadline.after(ofSeconds(1))))
        .withMessageStartingWith("deadline: in PT")
        .withMessageEndingWith("(expected: the ticker of the watchdog)");
  }

  private Future<Outcome> call(CleanupSpec spec, Deadline deadline) throws Exception {
    Future<Outcome> outcome =
        callers.submit(
            () ->
                runner.run(
                    spec,
                    ctx -> {
                      began.complete(Thread.currentThread());
                      never.await();
                    },
                    deadline));
    awaitWaiting();
    return outcome;
  }

  private void awaitWaiting() throws Exception {
    Thread thread = began.get();
    await().until(() -> thread.getState() == Thread.State.WAITING);
  }

  private Future<Outcome> callDeaf(CleanupSpec spec, Deadline deadline) {
    int before = deaf.began.get();
    Future<Outcome> outcome = callers.submit(() -> runner.run(spec, ctx -> deaf.hang(), deadline));
    await().until(() -> deaf.began.get() > before);
    return outcome;
  }

  private void pass(Duration time) {
    ticker.advance(time);
    watchdog.tick();
  }

  private Deadline inTenSeconds() {
    return Deadline.after(ofSeconds(10), ticker);
  }

  /** A trace that notes when it is current. */
  private record Trace(String traceId, List<String> steps) implements TraceContext.Captured {
    Trace(String traceId) {
      this(traceId, new CopyOnWriteArrayList<>());
    }

    @Override
    public TraceContext.Restored restore() {
      steps.add("restore");
      return () -> steps.add("close");
    }
  }
}
