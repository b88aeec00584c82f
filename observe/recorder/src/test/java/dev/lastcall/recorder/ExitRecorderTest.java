package dev.lastcall.recorder;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.Finding;
import dev.lastcall.api.NodeState;
import dev.lastcall.api.Outcome;
import dev.lastcall.recorder.RecordedExit.Closed;
import dev.lastcall.recorder.RecordedExit.Ended;
import dev.lastcall.recorder.RecordedExit.StillRunning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ExitRecorderTest {
  @TempDir Path folder;

  private ExitRecorder recorder;

  @BeforeEach
  void open() {
    recorder = ExitRecorder.in(folder).open();
  }

  @AfterEach
  void close() {
    recorder.onEvent(
        new ExitEvent.ExitEnded(ZERO, RecorderRehearsal.report(Sample.REASON, Sample.outcomes())));
    recorder.close();
  }

  @Test
  void anExitCanBeWatchedFromElsewhereWhileItRuns() {
    Sample.half().forEach(recorder::onEvent);

    ExitProgress progress = ((StillRunning) last()).progress().orElseThrow();
    assertThat(progress.reason()).isEqualTo(Sample.REASON);
    assertThat(progress.phase()).contains(ExitPhase.CLEAN);
    assertThat(progress.lastSign()).isGreaterThanOrEqualTo(ofMillis(4_020));
    assertThat(progress.left()).contains(ofSeconds(10).minus(progress.lastSign()));
    assertThat(progress.phases().get(0).elapsed()).isEqualTo(ofMillis(640));
    assertThat(progress.cleanups())
        .extracting(CleanupProgress::name, CleanupProgress::state)
        .containsExactly(
            tuple("http", NodeState.EXECUTED),
            tuple("顧客", NodeState.EXECUTED),
            tuple("outbox", NodeState.RUNNING),
            tuple("orders-db", NodeState.REGISTERED),
            tuple("broker", NodeState.REGISTERED));
    CleanupProgress outbox = progress.cleanups().get(2);
    assertThat(outbox.sample()).contains(Sample.STACK);
    assertThat(outbox.sampledAt()).isEqualTo(ofMillis(4_020));
    assertThat(outbox.traceId()).isEqualTo("4bf92f3577b34da6");
    assertThat(outbox.after()).containsExactly("http");
    assertThat(progress.ended()).isEqualTo(2);
    assertThat(progress.waiting()).isEqualTo(2);
  }

  @Test
  void whatCanBeginButDidNotIsReady() {
    Sample.half().forEach(recorder::onEvent);
    recorder.onEvent(Sample.ended("outbox", 4_100, new Outcome.Completed(ofMillis(3_080))));

    assertThat(((StillRunning) last()).progress().orElseThrow().notBegun())
        .extracting(CleanupProgress::state)
        .containsExactly(NodeState.READY, NodeState.READY);
  }

  @Test
  void aReportIsTheEnd() {
    Sample.half().forEach(recorder::onEvent);
    recorder.onEvent(
        new ExitEvent.ExitEnded(
            ofSeconds(5), RecorderRehearsal.report(Sample.REASON, Sample.outcomes())));

    assertThat(last()).isInstanceOf(Ended.class);
    assertThat(((Ended) last()).report().cleanups()).hasSize(5);
    assertThat(RecordedExitText.isFine(last())).isFalse();
  }

  @Test
  void ofALargeGraphTheNewestIsKeptAndTheRestCounted() {
    int size = 30_000;
    recorder.close();
    ExitRecorder small = ExitRecorder.in(folder).exitBytes(512 * 1024).open();
    recorder = small;
    small.onEvent(Sample.INSTALLED);
    small.onEvent(new ExitEvent.ExitBegan(ZERO, Sample.REASON, Sample.plan(size)));
    small.onEvent(new ExitEvent.PhaseBegan(ZERO, ExitPhase.CLEAN));
    for (int i = 0; i < size - 10; i++) {
      small.onEvent(Sample.began("cleanup-" + i, 1));
      small.onEvent(Sample.ended("cleanup-" + i, 1, new Outcome.Completed(ZERO)));
    }
    small.onEvent(Sample.began("cleanup-" + (size - 10), 1));

    await()
        .untilAsserted(
            () -> {
              ExitProgress progress = ((StillRunning) last()).progress().orElseThrow();
              assertThat(progress.running())
                  .extracting(CleanupProgress::name)
                  .containsExactly("cleanup-" + (size - 10));
              assertThat(progress.ended()).isGreaterThan(1_000);
              assertThat(progress.phase()).contains(ExitPhase.CLEAN);
            });
  }

  @Test
  void closingItBeforeAnyExitIsNotAKill() {
    recorder.onEvent(Sample.INSTALLED);
    recorder.close();

    assertThat(last()).isInstanceOf(Closed.class);
    assertThat(RecordedExitText.isFine(last())).isTrue();
  }

  @Test
  void theSameProcessCanHaveSeveralRecordersInARow() throws IOException {
    recorder.onEvent(Sample.INSTALLED);
    recorder.close();
    open();
    recorder.onEvent(Sample.INSTALLED);

    assertThat(RecordedExits.in(folder).all())
        .hasExactlyElementsOfTypes(StillRunning.class, Closed.class);
  }

  @Test
  void theLastMetricsAreThoseThatWereWholeEvenIfTheyAreLong() {
    AtomicInteger number = new AtomicInteger();
    recorder.onEvent(Sample.INSTALLED);
    String line = "http_server_requests_seconds_bucket{uri=\"/orders/顧客\"} ";
    recorder.snapshots(
        ofMillis(100), () -> (line + number.incrementAndGet() + "\n").repeat(20_000));

    await().until(() -> number.get() > 2 && last().process().metrics().isPresent());
    MetricsSnapshot snapshot = last().process().metrics().orElseThrow();
    assertThat(snapshot.text().lines().distinct()).hasSize(1);
    assertThat(snapshot.text().lines().count()).isEqualTo(20_000);
  }

  @Test
  void whatMakesTheMetricsMayThrowAndThenRecover() {
    AtomicInteger number = new AtomicInteger();
    recorder.onEvent(Sample.INSTALLED);
    recorder.snapshots(
        ofMillis(100),
        () -> {
          if (number.incrementAndGet() < 3) {
            throw new IllegalStateException("registry is closed");
          }
          return "up 1\n";
        });

    await().until(() -> last().process().metrics().isPresent());
    assertThat(recorder.findings())
        .extracting(Finding::id)
        .containsExactly("metrics-snapshot-failed");
  }

  @Test
  void whatMakesTheMetricsMayHangForEverOnOneThread() throws InterruptedException {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    recorder.onEvent(Sample.INSTALLED);
    recorder.snapshots(ofMillis(100), () -> hang(hangs, over));
    hangs.await();

    await().until(() -> !recorder.findings().isEmpty());
    assertThat(recorder.findings().get(0).message()).contains("has not returned");
    assertThat(
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("lc:snapshots")))
        .hasSize(1);
    over.countDown();
  }

  /** Takes no notice of an interrupt. */
  private static String hang(CountDownLatch hangs, CountDownLatch over) {
    hangs.countDown();
    while (over.getCount() > 0) {
      Thread.onSpinWait();
    }
    return "";
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> recorder.snapshots(ofMillis(99), () -> ""))
        .hasMessage("interval: PT0.099S (expected: >= PT0.1S)");
    assertThatThrownBy(() -> ExitRecorder.in(folder).exitBytes(1))
        .hasMessage("exitBytes: 1 (expected: 524288 to 1073741824)");
    recorder.snapshots(ofSeconds(100), () -> "");
    assertThatThrownBy(() -> recorder.snapshots(ofSeconds(100), () -> ""))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFolderThatCannotBeUsedIsOneFinding() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    recorder = ExitRecorder.in(file).open();
    Sample.half().forEach(recorder::onEvent);

    assertThat(recorder.findings()).extracting(Finding::id).containsExactly("journal-gave-up");
  }

  @Test
  void aFolderWithoutARecorderIsToldApart() {
    assertThat(RecordedExits.isIn(folder)).isTrue();
    assertThat(RecordedExits.isIn(folder.resolve("exits"))).isFalse();
    assertThatThrownBy(() -> RecordedExits.in(folder.resolve("none")))
        .isInstanceOf(IOException.class);
  }

  private RecordedExit last() {
    try {
      return RecordedExits.in(folder).last().orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
