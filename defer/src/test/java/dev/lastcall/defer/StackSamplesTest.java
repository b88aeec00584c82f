package dev.lastcall.defer;

import static dev.lastcall.defer.Soon.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.StackSample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StackSamplesTest {
  private final WatchedList watched = new WatchedList();
  private final StackSamples samples = new StackSamples(watched);
  private final CountDownLatch over = new CountDownLatch(1);
  private final ReentrantLock lock = new ReentrantLock();

  @AfterEach
  void release() {
    over.countDown();
  }

  @Test
  void eachOfSeveralThreadsGetsItsOwnSampleWithTheLockThatItWaitsFor() throws Exception {
    List<StackSample> taken = new ArrayList<>();
    Thread waiting = due(lock::lock, "waiting");
    Thread hanging = due(this::hang, "hanging");
    lock.lock();
    try {
      start(waiting, hanging);
      taken.add(samples.of(waiting));
      taken.add(samples.of(hanging));
    } finally {
      lock.unlock();
    }

    assertThat(taken).extracting(StackSample::thread).containsExactly("waiting", "hanging");
    assertThat(taken.get(0).lock()).contains("ReentrantLock");
    assertThat(taken.get(0).lockOwner()).isEqualTo(Thread.currentThread().getName());
    assertThat(taken.get(1).frames()).anyMatch(frame -> frame.getMethodName().equals("hang"));
  }

  @Test
  void aThreadThatGoesOnIsSampledAnew() {
    Thread first = due(this::hang, "first");
    Thread second = due(this::hang, "second");
    start(first, second);

    assertThat(samples.of(first).frames()).isNotEmpty();
    over.countDown();
    await().until(() -> !first.isAlive() && !second.isAlive());
    assertThat(samples.of(first).frames()).isEmpty();
    await()
        .untilAsserted(
            () -> {
              assertThat(samples.of(second).frames()).isEmpty();
              assertThat(samples.of(second).state()).isEqualTo(Thread.State.TERMINATED);
            });
  }

  @Test
  void aDeepStackIsCutInBothWays() {
    Thread deep = due(() -> atDepth(500), "deep");
    Thread other = due(this::hang, "other");
    start(deep, other);

    assertThat(samples.of(deep).frames()).hasSize(StackSampler.MOST_FRAMES);
    assertThat(StackSampler.of(deep).frames()).hasSize(StackSampler.MOST_FRAMES);
  }

  private void atDepth(int depth) {
    if (depth == 0) {
      hang();
    } else {
      atDepth(depth - 1);
    }
  }

  private void hang() {
    try {
      over.await();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  /** A thread that is not started yet, for which a step waits. */
  private Thread due(Runnable body, String name) {
    Thread thread = new Thread(body, name);
    watched.add(new Due(thread));
    return thread;
  }

  private static void start(Thread... threads) {
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      await().until(() -> thread.getState() == Thread.State.WAITING);
    }
  }

  private record Due(Thread thread) implements Watched {
    @Override
    public long look(long nowNanos) {
      return FAR;
    }

    @Override
    public boolean hasStep() {
      return true;
    }

    @Override
    public void step(Consumer<Thread> interrupt, Function<Thread, StackSample> sampler) {
      throw new AssertionError("nobody takes it here");
    }

    @Override
    public boolean isGone() {
      return false;
    }
  }
}
