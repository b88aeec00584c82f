package dev.lastcall.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lastcall.durable.IntentRecord.Registered;
import dev.lastcall.journal.Journal;
import dev.lastcall.journal.JournalEntry;
import dev.lastcall.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a journal gives up its oldest, and when not. */
final class IntentLogTest {
  private static final int CAPACITY = 1 << 20;
  private static final Registered FILLER =
      new Registered(
          new Intent("filler", 1, "none", Payload.of("x".repeat(8_000)), "", Intents.NOON),
          Progress.none(Intents.NOON));

  @TempDir Path folder;

  private final List<Long> carries = new ArrayList<>();

  @Test
  void asLongAsItIsNotWrittenAgainWhatLiesBehindIsStillThere() throws IOException {
    try (IntentLog log = open()) {
      log.append(Intents.registered(7));
      fill(log, CAPACITY / 4);

      log.carryIfDue(
          upTo -> {
            fill(log, 2 * CAPACITY);
            carries.add(upTo);
            assertThat(keys()).as("in the middle of a carry").contains("key-7");
            return upTo;
          });

      assertThat(carries).hasSize(1);
      fill(log, 2 * CAPACITY);
      assertThat(keys()).as("released, so its space was used again").doesNotContain("key-7");
    }
  }

  @Test
  void whoDiesInTheMiddleIsFollowedByOneThatGoesOnToTheSameEnd() {
    try (IntentLog log = open()) {
      fill(log, CAPACITY / 4);
      assertThatIllegalStateException().isThrownBy(() -> log.carryIfDue(this::die));
      fill(log, CAPACITY / 16);
    }
    try (IntentLog next = open()) {
      next.read();
      next.resume(this::note);
    }
    try (IntentLog last = open()) {
      last.resume(this::note);
    }
    assertThat(carries).as("once by each of two, then it is done").hasSize(2);
    assertThat(carries.get(1)).isEqualTo(carries.get(0));
  }

  @Test
  void whatCouldNotBeWrittenAgainIsNotReleased() throws IOException {
    try (IntentLog log = open()) {
      long first = log.append(Intents.registered(7));
      fill(log, CAPACITY / 4);
      log.carryIfDue(upTo -> first - 1);
      fill(log, 2 * CAPACITY);

      assertThat(keys()).contains("key-7");
    }
  }

  @Test
  void itIsTimeForACarryAfterAnEighthOfTheCapacity() {
    try (IntentLog log = open()) {
      fill(log, CAPACITY / 8 - 10_000);
      log.carryIfDue(this::note);
      assertThat(carries).isEmpty();

      fill(log, 20_000);
      log.carryIfDue(this::note);
      log.carryIfDue(this::note);
      assertThat(carries).hasSize(1);
    }
  }

  @Test
  void whatIsReadAgainCountsTowardsTheNextCarry() {
    try (IntentLog log = open()) {
      fill(log, CAPACITY / 8 + 10_000);
    }
    try (IntentLog next = open()) {
      next.read();
      next.carryIfDue(this::note);
    }
    assertThat(carries).hasSize(1);
  }

  private long die(long upTo) {
    carries.add(upTo);
    throw new IllegalStateException("killed here");
  }

  private long note(long upTo) {
    carries.add(upTo);
    return upTo;
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(folder)) {
      IntentFold fold = new IntentFold();
      DurableFindings findings = new DurableFindings(finding -> {});
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        IntentLog.read(entry, fold, findings);
      }
      fold.open().forEach(state -> keys.add(state.intent().key()));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    return keys;
  }

  /** Appends so many bytes, or as many as fit. */
  private static void fill(IntentLog log, int bytes) {
    for (int done = 0; done < bytes; done += 8_200) {
      if (log.append(FILLER) == Journal.NOT_KEPT) {
        return;
      }
    }
  }

  private IntentLog open() {
    Journal journal =
        Journal.in(folder, IntentCodec.CONTENT)
            .segmentBytes(CAPACITY / 16)
            .capacityBytes(CAPACITY)
            .open();
    return new IntentLog(journal, CAPACITY, false, new DurableFindings(finding -> {}));
  }
}
