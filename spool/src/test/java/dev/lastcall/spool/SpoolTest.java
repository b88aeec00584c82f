package dev.lastcall.spool;

import static dev.lastcall.spool.Sinks.offer;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.journal.WhenFull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final int SMALL = 256 << 10;

  @TempDir private Path folder;
  private final Sinks sink = new Sinks();
  private final List<Finding> findings = new CopyOnWriteArrayList<>();

  @Test
  void deliversInOrder() {
    try (Spool spool = open()) {
      IntStream.range(0, 5_000).forEach(i -> offer(spool, "record " + i));

      assertThat(spool.awaitDelivery(soon())).isTrue();

      assertThat(sink.got)
          .containsExactlyElementsOf(
              IntStream.range(0, 5_000).mapToObj(i -> "record " + i).toList());
      assertThat(spool.waiting()).isZero();
    }
    assertThat(sink.closed).isTrue();
    assertThat(findings).isEmpty();
  }

  @Test
  void whatOneProcessLeavesTheNextDeliversFirst() {
    sink.failures.set(Integer.MAX_VALUE);
    try (Spool spool = open()) {
      assertThat(offer(spool, "left")).isTrue();
      assertThat(spool.close(Deadline.after(ofMillis(50)))).isFalse();
    }
    assertThat(sink.got).isEmpty();

    Sinks next = new Sinks();
    try (Spool spool = Spool.in(folder, "test/1", next).open()) {
      offer(spool, "new");

      assertThat(spool.awaitDelivery(soon())).isTrue();
    }
    assertThat(next.got).containsExactly("left", "new");
  }

  @Test
  void aSinkThatKnowsMoreThanTheMarkIsBelieved() {
    sink.gate = new CountDownLatch(1);
    try (Spool spool = open()) {
      offer(spool, "one");
      offer(spool, "two");
      offer(spool, "three");
      spool.close(Deadline.after(ofMillis(50)));
      sink.gate.countDown();
    }
    Sinks next = new Sinks();
    next.knows = 2;
    try (Spool spool = Spool.in(folder, "test/1", next).open()) {
      assertThat(spool.awaitDelivery(soon())).isTrue();
    }
    assertThat(next.got).containsExactly("three");
  }

  @Test
  void aFailedDeliveryIsTriedAgainAndToldOnce() {
    sink.failures.set(2);
    sink.failingFlushes.set(1);
    try (Spool spool = open()) {
      offer(spool, "one");
      offer(spool, "two");

      assertThat(spool.awaitDelivery(soon())).isTrue();
      await().until(() -> findings.size() == 2);
    }
    assertThat(sink.got).containsExactly("one", "two");
    assertThat(findings)
        .extracting(Finding::id)
        .containsExactly("spool-sink-failing", "spool-sink-works");
  }

  @Test
  void aBlockedSinkCostsTheCallerNothing() {
    sink.gate = new CountDownLatch(1);
    try (Spool spool = open()) {
      IntStream.range(0, 100).forEach(i -> assertThat(offer(spool, "record " + i)).isTrue());

      assertThatIOException()
          .isThrownBy(() -> spool.flush(Deadline.after(ofMillis(20))))
          .withMessage(
              "100 records wait in the journal, not lost; the sink has not taken them yet");

      sink.gate.countDown();
      assertThat(spool.awaitDelivery(soon())).isTrue();
    }
    assertThat(sink.got).hasSize(100);
  }

  @Test
  void aFullJournalRefusesCountsAndSaysSoOnce() {
    sink.gate = new CountDownLatch(1);
    Spool spool =
        Spool.in(folder, "test/1", sink).capacityBytes(SMALL).onFinding(findings::add).open();
    int kept = 0;
    while (offer(spool, "x".repeat(1000))) {
      kept++;
    }
    assertThat(offer(spool, "x".repeat(1000))).isFalse();

    sink.gate.countDown();
    assertThat(spool.close(soon())).isTrue();

    assertThat(kept).isBetween(100, 260);
    assertThat(spool.refused()).isEqualTo(2);
    assertThat(sink.got).hasSize(kept);
    assertThat(findings).extracting(Finding::id).containsExactly("spool-full", "spool-lost");
    assertThat(findings.get(1).message()).contains("could not keep 2 records");
  }

  @Test
  void droppingTheOldestIsCounted() {
    sink.gate = new CountDownLatch(1);
    Spool spool =
        Spool.in(folder, "test/1", sink)
            .capacityBytes(SMALL)
            .whenFull(WhenFull.DROP_OLDEST)
            .onFinding(findings::add)
            .open();
    for (int i = 0; i < 1_000; i++) {
      assertThat(offer(spool, "x".repeat(1000) + " " + i)).isTrue();
    }

    sink.gate.countDown();
    assertThat(spool.close(soon())).isTrue();

    assertThat(spool.refused()).isZero();
    assertThat(spool.dropped()).isGreaterThan(700).isEqualTo(1_000 - sink.got.size());
    assertThat(sink.got.get(sink.got.size() - 1)).endsWith(" 999");
    assertThat(findings).extracting(Finding::id).containsExactly("spool-lost");
  }

  @Test
  void aFolderThatCannotBeUsedIsAFailureNotAnException() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    try (Spool spool = Spool.in(file, "test/1", sink).onFinding(findings::add).open()) {
      assertThat(spool.failure()).isPresent();
      assertThat(offer(spool, "lost")).isFalse();
      assertThat(spool.awaitDelivery(soon())).isTrue();
    }
    assertThat(findings).hasSize(2);
  }

  @Test
  void refusesWhatIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spool.in(folder, "not a name", sink))
        .withMessageStartingWith("content: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spool.in(folder, "test/1", sink).segmentBytes(1))
        .withMessageStartingWith("segmentBytes: 1 ");
  }

  private Spool open() {
    return Spool.in(folder, "test/1", sink).onFinding(findings::add).open();
  }

  private static Deadline soon() {
    return Deadline.after(ofSeconds(20));
  }
}
