package dev.lastcall.flush;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.StackSample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is left to say and to keep when there is nothing else: no memory, no thread, no stack. */
class LastThingsTest {
  @Test
  void theGaspKeepsNoJvmAlive() {
    try (LastGasp gasp = LastGasp.start(Ticker.system())) {
      gasp.add("logs", deadline -> {});

      assertThat(Stream.of("lc:last-gasp", "lc:flush-1", "lc:flush-2").map(Reports::newestThread))
          .allMatch(Thread::isDaemon);
    }
  }

  @Test
  void anInterruptedCallerWaitsForATargetThatIsSlow() {
    try (LastGasp gasp = LastGasp.start(Ticker.system())) {
      Thread caller = Thread.currentThread();
      gasp.add("logs", deadline -> await().until(caller::isInterrupted));
      caller.interrupt();

      FlushReport report = gasp.flush(Deadline.after(ofSeconds(30)), each -> {}).orElseThrow();

      assertThat(Thread.interrupted()).isTrue();
      assertThat(Reports.outcome(report, "logs").isCompleted()).isTrue();
    }
  }

  @Test
  void theReportForTheCaseOfNoMemoryNamesEveryTargetAndTheReserve() {
    GaspTarget[] targets = {
      new GaspTarget("logs", deadline -> {}), new GaspTarget("audit", deadline -> {})
    };
    targets[1].rehearsed(ofMillis(7));
    Reserve reserve = new Reserve(ofMillis(400), ofMillis(100), List.of("100 ms: flush"));

    FlushReport report = Armed.unspoken(targets, reserve);

    assertThat(report.lastGasp()).isTrue();
    assertThat(report.reserve()).isEqualTo(ofMillis(400));
    assertThat(report.reasons()).containsExactly("100 ms: flush");
    assertThat(report.targets()).extracting(TargetReport::name).containsExactly("logs", "audit");
    assertThat(report.targets().get(1).rehearsed()).isEqualTo(ofMillis(7));
    assertThat(Reports.outcome(report, "logs").word()).isEqualTo("skipped");
  }

  @Test
  void aThreadThatHasEndedIsStillNamed() throws InterruptedException {
    Thread ended = new Thread(() -> {}, "lc:flush-9");
    ended.start();
    ended.join();

    StackSample sample = StuckThread.sample(ended);

    assertThat(sample.thread()).isEqualTo("lc:flush-9");
    assertThat(sample.state()).isEqualTo(Thread.State.TERMINATED);
    assertThat(sample.frames()).isEmpty();
  }

  @Test
  void aThreadThatNobodyKnowsIsASampleToo() {
    assertThat(StuckThread.sample(null).thread()).isEqualTo("unknown");
  }
}
