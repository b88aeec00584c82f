package dev.lastcall.defer;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lastcall.api.PlainCleanup;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedTest {
  private static final int SMALL_STACK = 256 * 1024;
  private static final int RACES = 100;
  private static final long MOST_WORK = 3_000_000;
  private static final Duration LONG = ofSeconds(60);
  private static final Duration SHORT = ofMillis(20);

  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void noInterruptIsLeft() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void anActionInTimeIsLeftAlone() throws Exception {
    boolean[] ran = new boolean[1];
    Bounded.run(LONG, () -> ran[0] = true);
    assertThat(ran[0]).isTrue();
  }

  @Test
  void aWaitingActionIsInterruptedAndTheCallerIsNot() {
    PlainCleanup action = () -> never.await();
    assertThatThrownBy(() -> Bounded.run(SHORT, action))
        .isInstanceOf(TimeoutException.class)
        .hasMessageStartingWith("timeout: PT0.02S is over, was at ")
        .hasCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void aBusyActionThatComesBackLateTimedOutWithoutACause() {
    assertThatThrownBy(
            () ->
                Bounded.run(
                    SHORT,
                    () -> {
                      while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                      }
                    }))
        .isInstanceOf(TimeoutException.class)
        .hasNoCause();
  }

  @Test
  void whatTheActionThrowsInTimeIsThrown() {
    IOException exception = new IOException("disk");
    assertThatThrownBy(
            () ->
                Bounded.run(
                    LONG,
                    () -> {
                      throw exception;
                    }))
        .isSameAs(exception);
  }

  @Test
  void anErrorIsThrownEvenIfItIsLate() {
    Error error = new NoClassDefFoundError("Gone");
    assertThatThrownBy(
            () ->
                Bounded.run(
                    SHORT,
                    () -> {
                      LockSupport.park(this);
                      throw error;
                    }))
        .isSameAs(error)
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed())
                    .hasAtLeastOneElementOfType(TimeoutException.class));
  }

  @Test
  void anInnerBoundEndsBeforeTheOuterOne() throws Exception {
    Bounded.run(
        LONG,
        () ->
            assertThatThrownBy(() -> Bounded.run(SHORT, never::await))
                .isInstanceOf(TimeoutException.class));
  }

  @Test
  void aForeignInterruptIsKept() throws Exception {
    Bounded.run(LONG, () -> Thread.currentThread().interrupt());
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aFullStackInsideTheActionLeavesNothingArmed() throws Exception {
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    CountDownLatch neverReached = new CountDownLatch(1);
    Runnable body =
        () -> {
          for (int i = 0; i < 50; i++) {
            thrown.add(catchThrowable(this::recurse));
          }
          thrown.add(catchThrowable(() -> neverReached.await(100, TimeUnit.MILLISECONDS)));
        };
    Thread thread = new Thread(null, body, "small-stack", SMALL_STACK);
    thread.start();
    thread.join();
    assertThat(thrown.subList(0, 50)).hasOnlyElementsOfType(StackOverflowError.class);
    assertThat(thrown).as("no interrupt comes later").hasSize(51).last().isNull();
  }

  /** Every frame is bounded, so the stack gets full in the middle of entering and of leaving. */
  private void recurse() throws Exception {
    Bounded.run(ofMillis(50), this::recurse);
  }

  @Test
  void badArgumentsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bounded.run(Duration.ZERO, () -> {}))
        .withMessage("timeout: PT0S (expected: > PT0S)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bounded.run(ofMillis(-1), () -> {}))
        .withMessage("timeout: PT-0.001S (expected: > PT0S)");
  }

  @Test
  void theLongestTimeoutDoesNotOverflow() throws Exception {
    Bounded.run(Duration.ofSeconds(Long.MAX_VALUE), () -> LockSupport.parkNanos(1_000_000));
  }

  /**
   * Many threads whose actions end about when their time is up: whatever wins, no interrupt of ours
   * is left behind and none of theirs is lost. Some wait for their interrupt, others do nothing, so
   * that there are late ones and others however busy the machine is.
   */
  @Test
  void interruptsNeverLeakWhenTheEndAndTheBoundMeet() throws Exception {
    long seed = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<int[]>> results = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      SplittableRandom random = new SplittableRandom(seed + i);
      results.add(pool.submit(() -> race(random)));
    }
    int late = 0;
    for (Future<int[]> result : results) {
      assertThat(result.get()[0]).as("leaks, seed %d", seed).isZero();
      late += result.get()[1];
    }
    pool.shutdown();
    assertThat(late).as("late, seed %d", seed).isBetween(1, 4 * RACES - 1);
  }

  private static int[] race(SplittableRandom random) {
    int leaks = 0;
    int late = 0;
    for (int i = 0; i < RACES; i++) {
      boolean theirs = random.nextInt(4) == 0;
      long work = random.nextInt(8) == 0 ? 0 : random.nextLong(500_000, MOST_WORK);
      boolean waits = random.nextInt(8) == 0;
      if (theirs) {
        Thread.currentThread().interrupt();
      }
      try {
        Bounded.run(ofMillis(1), () -> spin(waits ? Long.MAX_VALUE / 2 : work));
      } catch (Exception e) {
        late += e instanceof TimeoutException ? 1 : 0;
      }
      leaks += Thread.interrupted() == theirs ? 0 : 1;
    }
    return new int[] {leaks, late};
  }

  private static void spin(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end
        && (nanos < MOST_WORK || !Thread.currentThread().isInterrupted())) {
      Thread.onSpinWait();
    }
  }

  @Test
  void virtualThreadsAreBoundedToo() throws Exception {
    Method startVirtual = startVirtualThread();
    assumeTrue(startVirtual != null, "this JDK has no virtual threads");
    List<AtomicReference<Throwable>> thrown = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      AtomicReference<Throwable> place = new AtomicReference<>();
      thrown.add(place);
      Runnable body =
          () -> {
            try {
              Bounded.run(LONG, () -> {});
              Bounded.run(SHORT, never::await);
            } catch (Throwable e) {
              place.set(Thread.interrupted() ? new AssertionError("leaked") : e);
            }
          };
      threads.add((Thread) Objects.requireNonNull(startVirtual).invoke(null, body));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(thrown)
        .allSatisfy(place -> assertThat(place.get()).isInstanceOf(TimeoutException.class));
  }

  private static @Nullable Method startVirtualThread() {
    try {
      return Thread.class.getMethod("startVirtualThread", Runnable.class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
