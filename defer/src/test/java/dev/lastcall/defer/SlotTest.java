package dev.lastcall.defer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SlotTest {
  private static final int SECTIONS = 200_000;

  private final Slot slot = new Slot();

  @Test
  void aSectionThatIsDisarmedCannotBecomeDue() {
    long armed = slot.arm();
    assertThat(slot.state()).isEqualTo(Slot.ARMED);
    assertThat(slot.disarm(armed)).isTrue();
    assertThat(slot.move(armed, Slot.DUE)).isFalse();
    assertThat(slot.state()).isEqualTo(Slot.IDLE);
  }

  @Test
  void aSectionThatIsDueCannotBeDisarmedButTakenBack() {
    long armed = slot.arm();
    assertThat(slot.move(armed, Slot.DUE)).isTrue();
    assertThat(slot.disarm(armed)).isFalse();
    assertThat(slot.takeBack()).isEqualTo(Slot.DUE);
    assertThat(slot.state()).isEqualTo(Slot.IDLE);
  }

  @Test
  void whoIsLateForASectionDoesNotTouchTheNextOne() {
    long first = slot.arm();
    slot.disarm(first);
    long second = slot.arm();
    assertThat(slot.move(first, Slot.DUE)).isFalse();
    assertThat(slot.disarm(first)).isFalse();
    assertThat(slot.isRunning(Slot.sectionOf(first))).isFalse();
    assertThat(slot.isStill(first)).isFalse();
    assertThat(slot.isRunning(Slot.sectionOf(second))).isTrue();
    assertThat(slot.disarm(second)).isTrue();
    assertThat(slot.isRunning(Slot.sectionOf(second))).isFalse();
    assertThat(slot.isStill(second)).isTrue();
  }

  @Test
  void anAbandonedSectionIsLostToItsOwnerUntilAndAfterItIsSettled() {
    long armed = slot.arm();
    assertThat(slot.move(armed, Slot.ABANDONED)).isTrue();
    assertThat(slot.disarm(armed)).isFalse();
    assertThat(slot.takeBack()).isEqualTo(Slot.ABANDONED);
    assertThat(slot.move(slot.word(), Slot.IDLE)).isTrue();
    assertThat(slot.takeBack()).isEqualTo(Slot.ABANDONED);
  }

  @Test
  void theOwnerWaitsWhileItsInterruptIsBeingMade() throws Exception {
    long armed = slot.arm();
    slot.move(armed, Slot.DUE);
    slot.move(slot.word(), Slot.INTERRUPTING);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> taken = other.submit(slot::takeBack);
      for (int i = 0; i < 1_000; i++) {
        Thread.onSpinWait();
        assertThat(taken).isNotDone();
      }
      slot.move(slot.word(), Slot.INTERRUPTED);
      assertThat(taken.get()).isEqualTo(Slot.INTERRUPTED);
    } finally {
      other.shutdown();
    }
  }

  /**
   * The owner runs sections while a watchdog moves them at random; each section ends on exactly one
   * side, and an interrupt is seen by the owner if and only if it was made in its section.
   */
  @Test
  void eachSectionEndsOnExactlyOneSide() throws Exception {
    long seed = System.currentTimeMillis();
    System.getLogger("dev.lastcall.defer").log(System.Logger.Level.INFO, "seed " + seed);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService watchdog = Executors.newSingleThreadExecutor();
    try {
      Future<long[]> seenByWatchdog = watchdog.submit(moving(seed, over));
      long[] seenByOwner = runSections(new SplittableRandom(~seed));
      over.set(true);
      assertThat(seenByWatchdog.get()).as("seed %d", seed).isEqualTo(seenByOwner);
    } finally {
      watchdog.shutdown();
    }
  }

  /** Returns how many sections were interrupted and how many lost. */
  private long[] runSections(SplittableRandom random) {
    long[] counts = new long[2];
    for (int i = 0; i < SECTIONS; i++) {
      long armed = slot.arm();
      for (int spins = random.nextInt(30); spins > 0; spins--) {
        Thread.onSpinWait();
      }
      if (!slot.disarm(armed)) {
        int state = slot.takeBack();
        counts[0] += state == Slot.INTERRUPTED ? 1 : 0;
        counts[1] += state == Slot.ABANDONED ? 1 : 0;
        while (slot.state() != Slot.IDLE) {
          Thread.onSpinWait();
        }
      }
    }
    return counts;
  }

  private Callable<long[]> moving(long seed, AtomicBoolean over) {
    SplittableRandom random = new SplittableRandom(seed);
    return () -> {
      long[] counts = new long[2];
      while (!over.get()) {
        long word = slot.word();
        if (Slot.stateOf(word) == Slot.ARMED && slot.move(word, Slot.DUE)) {
          moveOn(Slot.sectionOf(word), random, counts);
        }
      }
      return counts;
    };
  }

  private void moveOn(long section, SplittableRandom random, long[] counts) {
    boolean interrupts = random.nextBoolean();
    boolean isInterrupting = interrupts && slot.move(section + Slot.DUE, Slot.INTERRUPTING);
    if (isInterrupting && random.nextBoolean()) {
      counts[1] += slot.move(section + Slot.INTERRUPTING, Slot.ABANDONED) ? 1 : 0;
      slot.move(section + Slot.ABANDONED, Slot.IDLE);
    } else if (isInterrupting) {
      counts[0] += slot.move(section + Slot.INTERRUPTING, Slot.INTERRUPTED) ? 1 : 0;
      if (random.nextBoolean() && slot.move(section + Slot.INTERRUPTED, Slot.ABANDONED)) {
        counts[0]--;
        counts[1]++;
        slot.move(section + Slot.ABANDONED, Slot.IDLE);
      }
    }
  }
}
