package dev.lastcall.defer;

import static dev.lastcall.defer.Soon.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.StackSample;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class StackSamplerTest {
  private final ReentrantLock lock = new ReentrantLock();

  @Test
  void aSampleNamesTheLockAndWhoHoldsIt() throws Exception {
    Thread waiter = new Thread(lock::lock, "waiter");
    StackSample sample;
    lock.lock();
    try {
      waiter.start();
      await().until(() -> waiter.getState() == Thread.State.WAITING);
      sample = StackSampler.of(waiter);
    } finally {
      lock.unlock();
    }
    waiter.join();
    assertThat(sample.thread()).isEqualTo("waiter");
    assertThat(sample.state()).isEqualTo(Thread.State.WAITING);
    assertThat(sample.lock()).contains("ReentrantLock");
    assertThat(sample.lockOwner()).isEqualTo(Thread.currentThread().getName());
    assertThat(sample.frames()).isNotEmpty();
  }

  @Test
  void aThreadThatWaitsForNothingHasNoLock() {
    StackSample sample = StackSampler.of(Thread.currentThread());
    assertThat(sample.lock()).isEmpty();
    assertThat(sample.lockOwner()).isEmpty();
    assertThat(sample.frames()).anyMatch(frame -> frame.getMethodName().startsWith("aThreadThat"));
  }

  @Test
  void aThreadThatEndedHasNoFrames() throws Exception {
    Thread thread = new Thread(() -> {}, "short");
    thread.start();
    thread.join();
    assertThat(StackSampler.of(thread).frames()).isEmpty();
    assertThat(StackSampler.of(thread).state()).isEqualTo(Thread.State.TERMINATED);
  }

  @Test
  void aDeepStackIsCut() {
    assertThat(sampleAtDepth(500).frames()).hasSize(StackSampler.MOST_FRAMES);
  }

  private static StackSample sampleAtDepth(int depth) {
    return depth == 0 ? StackSampler.of(Thread.currentThread()) : sampleAtDepth(depth - 1);
  }
}
