package dev.lastcall.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitEvent.PhaseBegan;
import dev.lastcall.api.ExitListener;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.Finding;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QueueTest {
  private static final PhaseBegan DRAIN = new PhaseBegan(Duration.ZERO, ExitPhase.DRAIN);
  private static final PhaseBegan CLEAN = new PhaseBegan(Duration.ZERO, ExitPhase.CLEAN);

  private final Findings findings = new Findings();

  @Test
  void deliversInOrderAndGoesOnWhenAListenerThrows() throws InterruptedException {
    List<ExitEvent> seen = new CopyOnWriteArrayList<>();
    EventQueue queue =
        new EventQueue(
            List.of(),
            List.of(
                event -> {
                  throw new StackOverflowError("listener");
                },
                seen::add),
            findings::add);
    queue.offer(DRAIN);
    queue.offer(CLEAN);
    Thread thread = new Thread(queue, "events");
    thread.start();

    assertThat(queue.awaitDelivery(Deadline.after(Duration.ofSeconds(20)))).isTrue();
    assertThat(seen).containsExactly(DRAIN, CLEAN);
    assertThat(findings.list()).extracting(Finding::id).containsExactly("listener-failed");
    queue.stop();
    thread.join();
  }

  @Test
  void aListenerThatThrowsAtEveryEventIsOneFinding() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    EventQueue queue =
        new EventQueue(
            List.of(),
            List.of(
                event -> {
                  throw new IllegalStateException("call " + calls.incrementAndGet());
                }),
            findings::add);
    queue.offer(DRAIN);
    queue.offer(CLEAN);
    Thread thread = new Thread(queue, "events");
    thread.start();
    queue.stop();
    thread.join();

    assertThat(calls).hasValue(2);
    assertThat(findings.list()).hasSize(1);
  }

  @Test
  void aListenerThatBlocksHoldsUpNobodyElse() throws InterruptedException {
    CountDownLatch blocked = new CountDownLatch(1);
    EventQueue queue =
        new EventQueue(
            List.of(),
            List.of(
                event -> {
                  try {
                    blocked.await();
                  } catch (InterruptedException interrupt) {
                    Thread.currentThread().interrupt();
                  }
                }),
            findings::add);
    Thread thread = new Thread(queue, "events");
    thread.start();
    queue.offer(DRAIN);

    assertThat(queue.awaitDelivery(Deadline.after(Duration.ofMillis(20)))).isFalse();

    blocked.countDown();
    assertThat(queue.awaitDelivery(Deadline.after(Duration.ofSeconds(20)))).isTrue();
    queue.stop();
    thread.join();
  }

  @Test
  void recordersAreToldAtOnceOnTheThreadOfTheExitAndBeforeTheListeners() {
    List<Thread> tellers = new CopyOnWriteArrayList<>();
    EventQueue queue =
        new EventQueue(
            List.of(
                event -> {
                  throw new IllegalStateException("recorder");
                },
                event -> tellers.add(Thread.currentThread())),
            List.of(),
            findings::add);

    queue.offer(DRAIN);

    assertThat(tellers).containsExactly(Thread.currentThread());
    assertThat(findings.list()).extracting(Finding::id).containsExactly("listener-failed");
  }

  @Test
  void whatListenersSayOfThemselvesIsCollectedAndOneThatThrowsIsNamed() {
    Finding full = new Finding("journal-gave-up", Finding.Severity.ERROR, "full", "make room");
    EventQueue queue =
        new EventQueue(
            List.of(new Talker(() -> List.of(full))),
            List.of(
                event -> {},
                new Talker(
                    () -> {
                      throw new IllegalStateException("no");
                    })),
            findings::add);

    assertThat(queue.findings()).containsExactly(full);
    assertThat(findings.list()).extracting(Finding::id).containsExactly("listener-failed");
  }

  /** Has something to say of itself. */
  private record Talker(Supplier<List<Finding>> words) implements ExitListener {
    @Override
    public void onEvent(ExitEvent event) {}

    @Override
    public List<Finding> findings() {
      return words.get();
    }
  }
}
