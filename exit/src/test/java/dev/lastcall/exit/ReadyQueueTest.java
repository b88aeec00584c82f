package dev.lastcall.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadyQueueTest {
  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theLowestIsTakenFirst(long seed) {
    Random random = new Random(seed);
    int ranks = 1 + random.nextInt(1_000);
    ReadyQueue queue = new ReadyQueue(ranks);
    TreeSet<Integer> model = new TreeSet<>();
    for (int step = 0; step < 5_000; step++) {
      int rank = random.nextInt(ranks);
      if (random.nextBoolean() && model.add(rank)) {
        queue.add(rank);
      } else {
        Integer lowest = model.pollFirst();
        assertThat(queue.take()).isEqualTo(lowest == null ? ReadyQueue.NONE : lowest);
      }
    }
    model.forEach(rank -> assertThat(queue.take()).isEqualTo(rank));
    assertThat(queue.take()).isEqualTo(ReadyQueue.NONE);
  }

  @Test
  void anEmptyQueueHasNothing() {
    assertThat(new ReadyQueue(0).take()).isEqualTo(ReadyQueue.NONE);
  }

  @Test
  void itIsEmptyUntilSomethingIsReadyAndWhenThatIsTaken() {
    ReadyQueue queue = new ReadyQueue(300);
    assertThat(queue.isEmpty()).isTrue();
    queue.add(250);
    assertThat(queue.isEmpty()).isFalse();
    queue.take();
    assertThat(queue.isEmpty()).isTrue();
    queue.add(3);
    assertThat(queue.isEmpty()).isFalse();
  }

  @Test
  @Timeout(60)
  void manyThreadsTakeEachRankExactlyOnce() {
    int threads = 4;
    int ranks = 40_000;
    ReadyQueue queue = new ReadyQueue(ranks);
    AtomicIntegerArray taken = new AtomicIntegerArray(ranks);
    AtomicInteger left = new AtomicInteger(ranks);
    CyclicBarrier begin = new CyclicBarrier(threads);
    Thread[] all =
        IntStream.range(0, threads)
            .mapToObj(number -> new Thread(() -> addAndTake(queue, begin, number, taken, left)))
            .toArray(Thread[]::new);
    for (Thread thread : all) {
      thread.start();
    }
    for (Thread thread : all) {
      join(thread);
    }
    assertThat(left).hasValue(0);
    for (int rank = 0; rank < ranks; rank++) {
      assertThat(taken.get(rank)).isEqualTo(1);
    }
  }

  /** Each thread adds every fourth rank, last ones first, and takes whatever it finds. */
  private static void addAndTake(
      ReadyQueue queue,
      CyclicBarrier begin,
      int number,
      AtomicIntegerArray taken,
      AtomicInteger left) {
    try {
      begin.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    int next = taken.length() - 4 + number;
    while (left.get() > 0) {
      if (next >= 0) {
        queue.add(next);
        next -= 4;
      }
      int rank = queue.take();
      if (rank != ReadyQueue.NONE) {
        taken.incrementAndGet(rank);
        left.decrementAndGet();
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
