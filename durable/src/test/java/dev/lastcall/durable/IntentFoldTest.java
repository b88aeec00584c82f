package dev.lastcall.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.durable.IntentRecord.Closure;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class IntentFoldTest {
  @Test
  void whatIsNotClosedIsOpenNewestFirst() {
    IntentFold fold =
        fold(
            Intents.registered(1),
            Intents.registered(2),
            Intents.registered(3),
            Intents.closed(2, Closure.COMPLETED));

    assertThat(numbers(fold)).containsExactly(3L, 1L);
    assertThat(fold.highestNumber()).isEqualTo(3);
  }

  @Test
  void whatWasWrittenTwiceIsOpenOnceInItsOldPlace() {
    IntentFold fold = fold(Intents.registered(1), Intents.registered(2), Intents.carried(1, 2));

    assertThat(numbers(fold)).containsExactly(2L, 1L);
    assertThat(fold.open().get(1).progress().attempts()).isEqualTo(2);
    assertThat(fold.writtenAt("key-1")).isEqualTo(3);
    assertThat(fold.writtenAt("key-2")).isEqualTo(2);
  }

  @Test
  void recordsOfAnIntentWhoseBeginningWasReleasedArePassedOver() {
    IntentFold fold =
        fold(Intents.began(1, 1), Intents.failed(1, 1), Intents.closed(1, Closure.WITHDRAWN));

    assertThat(fold.open()).isEmpty();
  }

  /**
   * Histories as a process writes them, cut anywhere by a kill and released anywhere behind a whole
   * carry: the fold knows exactly what is open.
   */
  @Test
  void howeverAHistoryIsCutAndReleasedNothingOpenIsLostAndNothingClosedComesBack() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      List<IntentRecord> journal = new ArrayList<>();
      TreeSet<Long> open = new TreeSet<>();
      int released = 0;
      for (int step = 0; step < 40; step++) {
        if (random.nextInt(12) == 0) {
          int upTo = journal.size();
          open.forEach(number -> journal.add(Intents.carried(number, 1)));
          released = random.nextInt(upTo + 1); // whole segments only, so less than it might
        } else {
          step(random, journal, open, 1 + step);
        }
      }
      IntentFold fold =
          fold(journal.subList(released, journal.size()).toArray(new IntentRecord[0]));
      assertThat(numbers(fold))
          .as("seed %d, round %d", seed, round)
          .containsExactlyElementsOf(open.descendingSet());
    }
  }

  private static void step(Random random, List<IntentRecord> journal, Set<Long> open, long number) {
    int choice = open.isEmpty() ? 0 : random.nextInt(4);
    Long some = open.isEmpty() ? null : List.copyOf(open).get(random.nextInt(open.size()));
    if (choice == 0 || some == null) {
      journal.add(Intents.registered(number));
      open.add(number);
    } else if (choice == 1) {
      journal.add(Intents.closed(some, Closure.COMPLETED));
      open.remove(some);
    } else {
      journal.add(choice == 2 ? Intents.began(some, 1) : Intents.failed(some, 1));
    }
  }

  private static IntentFold fold(IntentRecord... records) {
    IntentFold fold = new IntentFold();
    for (int at = 0; at < records.length; at++) {
      fold.add(records[at], at + 1);
    }
    return fold;
  }

  private static List<Long> numbers(IntentFold fold) {
    return fold.open().stream().map(state -> state.intent().number()).toList();
  }
}
