package dev.lastcall.flush;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.Outcome;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HurryTest {
  private final LastGasp gasp = LastGasp.start(Ticker.system());
  private final BlockingQueue<FlushReport> reports = new LinkedBlockingQueue<>();
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    never.countDown();
    gasp.close();
  }

  @RepeatedTest(50)
  void aSecondSignalInTheMomentOfArmingDoesNotWaitForTheEndOfTheGracePeriod() throws Exception {
    gasp.add("hangs", deadline -> never.await());
    CyclicBarrier both = new CyclicBarrier(2);
    Thread signal = new Thread(() -> pull(both));
    signal.start();

    both.await();
    gasp.arm(in(1), Deadline.after(ofHours(1).plusMillis(20)), reports::add);
    signal.join();

    FlushReport report = reports.take();
    assertThat(Reports.outcome(report, "hangs").elapsed()).isLessThan(ofHours(1));
  }

  @Test
  void asManySignalsAsYouLikeDoNotMakeItLonger() throws InterruptedException {
    gasp.add("hangs", deadline -> flushNowAgainAndAgain());
    gasp.arm(in(1), Deadline.after(ofHours(1).plusMillis(20)), reports::add);

    gasp.flushNow();

    assertThat(Reports.outcome(reports.take(), "hangs")).isInstanceOf(Outcome.Abandoned.class);
  }

  private void flushNowAgainAndAgain() {
    while (never.getCount() > 0) {
      gasp.flushNow();
    }
  }

  private void pull(CyclicBarrier both) {
    try {
      both.await();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
    gasp.flushNow();
  }

  private static Deadline in(int hours) {
    return Deadline.after(ofHours(hours));
  }
}
