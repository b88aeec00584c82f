package dev.lastcall.runtime;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitReport.DrainEnding;
import dev.lastcall.api.ExitReport.DrainReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainTest {
  private final ManualTime time = new ManualTime();
  private final InFlight requests = new InFlight();

  private DrainReport drain(DrainLimits limits, Duration latest) {
    return new Drain(requests, limits, time, time::pause).run(Deadline.after(latest, time));
  }

  private static DrainLimits limits(int preDrain, int quiet, int atMost) {
    return new DrainLimits(ofMillis(preDrain), ofMillis(quiet), ofMillis(atMost));
  }

  @Test
  void endsOnceTheQuietPeriodHasPassedWithoutARequest() {
    requests.begin().close();

    DrainReport report = drain(limits(5000, 1000, 10_000), ofSeconds(30));

    assertThat(report).isEqualTo(new DrainReport(DrainEnding.QUIET, 0, 0, 0));
    assertThat(time.elapsed()).isBetween(ofMillis(1000), ofMillis(1010));
  }

  @Test
  void waitsForRequestsInFlightAndForThoseThatStillArrive() {
    InFlight.Request first = requests.begin();
    time.at(ofMillis(700), () -> requests.begin().close()).at(ofMillis(2000), first::close);

    DrainReport report = drain(limits(0, 500, 10_000), ofSeconds(30));

    assertThat(report).isEqualTo(new DrainReport(DrainEnding.QUIET, 1, 0, 2));
    assertThat(time.elapsed()).isBetween(ofMillis(2490), ofMillis(2510));
  }

  @Test
  void endsAtItsBoundWhileARequestIsStuck() {
    InFlight.Request stuck = requests.begin();

    DrainReport report = drain(limits(0, 500, 3000), ofSeconds(30));

    assertThat(report).isEqualTo(new DrainReport(DrainEnding.BOUND, 1, 1, 0));
    assertThat(time.elapsed()).isBetween(ofMillis(3000), ofMillis(3010));
    stuck.close();
  }

  @Test
  void leavesTheTimeThatThePlanNeeds() {
    InFlight.Request stuck = requests.begin();

    DrainReport report = drain(limits(5000, 500, 10_000), ofSeconds(2));

    assertThat(report.ending()).isEqualTo(DrainEnding.BOUND);
    assertThat(time.elapsed()).isBetween(ofMillis(2000), ofMillis(2010));
    stuck.close();
  }

  @Test
  void waitsForTheDelayWhereNothingCounts() {
    DrainReport report = drain(limits(5000, 1000, 10_000), ofSeconds(30));

    assertThat(report.ending()).isEqualTo(DrainEnding.DELAY);
    assertThat(time.elapsed()).isBetween(ofMillis(5000), ofMillis(5010));
  }

  @Test
  void turnsToQuietWhenTheFirstCountedRequestComesDuringTheDelay() {
    time.at(ofMillis(100), () -> requests.begin().close());

    DrainReport report = drain(limits(5000, 1000, 10_000), ofSeconds(30));

    assertThat(report).isEqualTo(new DrainReport(DrainEnding.QUIET, 0, 0, 1));
  }

  @Test
  void takesNoTimeWhereThereIsNothingToWaitFor() {
    assertThat(drain(limits(0, 0, 10_000), ofSeconds(30)).ending()).isEqualTo(DrainEnding.NONE);
    assertThat(drain(limits(0, 0, 0), ofSeconds(30)).ending()).isEqualTo(DrainEnding.NONE);
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void aRequestThatIsClosedTwiceCountsOnce() {
    InFlight.Request request = requests.begin();
    requests.begin();
    request.close();
    request.close();

    assertThat(requests.inFlight()).isEqualTo(1);
    assertThat(requests.begun()).isEqualTo(2);
    assertThat(requests.ended()).isEqualTo(1);
  }
}
