package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import dev.lastcall.api.TraceContext;
import dev.lastcall.defer.BoundedWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The steps of a run in orders that threads take seldom: a chain, ended by hand. */
final class ExitRunStepsTest {
  private static final Duration AVAILABLE = Duration.ofSeconds(10);
  private static final TickScale SCALE = TickScale.spanning(AVAILABLE);
  private static final StackSample PLACE =
      new StackSample("lc:a", Thread.State.WAITING, List.of(), "", "");
  private static final Outcome ABANDONED =
      new Outcome.Abandoned(Duration.ofSeconds(1), Duration.ofSeconds(1), PLACE);

  private final ManualTicker ticker = new ManualTicker(17);
  private final List<ExitEvent> told = new ArrayList<>();
  private final ExitGraph graph = new ExitGraph();

  private boolean isMemoryShort;
  private RunLog log = new RunLog(0, SCALE, 0);

  private ExitRun run(CleanupSpec... specs) {
    for (CleanupSpec spec : specs) {
      int bound = SCALE.boundTicks(Duration.ofSeconds(1));
      graph.add(spec, RandomGraph.FORCE, bound, null, ExitGraph.Check.NONE);
    }
    Nodes nodes = graph.read(all -> all);
    ExitSettings settings =
        new ExitSettings(AVAILABLE, Mode.PERMISSIVE, TraceContext.none(), told::add, ticker);
    log = new RunLog(nodes.size(), SCALE, ticker.nanos());
    Schedule schedule =
        Schedule.of(nodes, Deadline.after(AVAILABLE, ticker), ticker.nanos(), SCALE);
    Events events = new Events(settings, SCALE, ticker.nanos());
    return new ExitRun(nodes, schedule, log, events, this::wake);
  }

  private void wake(int ready) {
    if (isMemoryShort) {
      throw new OutOfMemoryError("scripted");
    }
  }

  private int begin(ExitRun run) {
    int node = run.take();
    run.allottedNanos(node, ticker.nanos());
    run.began(node, ticker.nanos());
    return node;
  }

  private List<String> endings() {
    return told.stream()
        .filter(event -> event instanceof ExitEvent.CleanupEnded)
        .map(event -> (ExitEvent.CleanupEnded) event)
        .map(ended -> ended.name() + " " + ended.outcome().word())
        .toList();
  }

  @Test
  void aThreadGoesOnWithTheSuccessorOfWhatWasShort() {
    ExitRun run = run(named("a"), named("b").after("a"));
    int next = run.completed(begin(run), ticker.nanos());
    assertThat(run.name(next)).isEqualTo("b");
  }

  @Test
  void aRunGoesOnWhereThereIsNoMemoryToWakeOthers() {
    ExitRun run = run(named("a"), named("b").after("a"));
    isMemoryShort = true;
    assertThat(run.completed(begin(run), ticker.nanos())).isNotEqualTo(BoundedWork.NONE);
  }

  @Test
  void onceTheRunIsStoppedNothingBegins() {
    ExitRun run = run(named("a"), named("b").after("a"));
    int node = begin(run);
    run.stop();
    assertThat(run.completed(node, ticker.nanos())).isEqualTo(BoundedWork.NONE);
    assertThat(run.take()).isEqualTo(BoundedWork.NONE);
    run.close(ticker.nanos());
    assertThat(endings()).containsExactly("a completed", "b skipped");
  }

  @Test
  void whatEndsAfterItWasLeftBehindStaysLeftBehind() {
    ExitRun run = run(named("a"), named("b").after("a"), named("c").after("b"));
    int node = begin(run);
    run.stop();
    run.close(ticker.nanos());
    assertThat(run.completed(node, ticker.nanos())).isEqualTo(BoundedWork.NONE);
    run.ended(node, ticker.nanos(), new Outcome.Failed(Duration.ZERO, new Error("scripted")));
    assertThat(endings()).containsExactly("a abandoned", "b skipped", "c skipped");
    assertThat(log.outcome(node)).isInstanceOf(Outcome.Abandoned.class);
  }

  @Test
  void whatIsLeftBehindAtTheDeadlineIsReportedWithItsTimes() {
    ExitRun run = run(named("a"), named("b").after("a"));
    ticker.advance(Duration.ofSeconds(2));
    int node = begin(run);
    ticker.advance(Duration.ofSeconds(3));
    run.stop();
    run.close(ticker.nanos());
    assertThat(told).extracting(ExitEvent::at).map(Duration::toSeconds).containsExactly(2L, 5L, 5L);
    Outcome.Abandoned outcome = (Outcome.Abandoned) log.outcome(node);
    assertThat(outcome.elapsed()).isEqualTo(Duration.ofSeconds(3));
    assertThat(outcome.timeout()).isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(1));
    assertThat(outcome.sample().thread()).isEqualTo("lc:a");
  }

  @Test
  void whatWasTakenButHadNotBegunAtTheDeadlineRanForNoTime() {
    ExitRun run = run(named("a"));
    int node = run.take();
    ticker.advance(Duration.ofSeconds(3));
    run.stop();
    run.close(ticker.nanos());
    assertThat(endings()).containsExactly("a abandoned");
    assertThat(log.elapsed(node)).isZero();
  }

  @Test
  void aCleanupWaitsForThoseOfItsPredecessorsThatExist() {
    ExitRun run = run(named("b").after("missing", "a"), named("a"));
    int node = begin(run);
    assertThat(run.name(node)).isEqualTo("a");
    assertThat(run.take()).isEqualTo(BoundedWork.NONE);
    assertThat(run.name(run.completed(node, ticker.nanos()))).isEqualTo("b");
  }

  @Test
  void aLongCleanupIsFollowedByWhatIsMostUrgentNotByItsSuccessor() {
    ExitRun run = run(named("a"), named("b").after("a"), named("c"));
    int node = begin(run);
    ticker.advance(Duration.ofSeconds(1));
    assertThat(run.completed(node, ticker.nanos())).isEqualTo(BoundedWork.NONE);
  }

  @Test
  void theWatchdogsWordOnWhereACleanupHangsIsKept() {
    ExitRun run = run(named("a"));
    int node = begin(run);
    run.ended(node, ticker.nanos(), ABANDONED);
    run.stop();
    run.close(ticker.nanos());
    assertThat(endings()).containsExactly("a abandoned");
    assertThat(log.outcome(node)).isSameAs(ABANDONED);
  }

  @Test
  void anInterruptIsToldOnlyOfWhatRuns() {
    ExitRun run = run(named("a"), named("b").after("a"));
    int node = begin(run);
    run.interrupted(node, PLACE);
    run.completed(node, ticker.nanos());
    run.interrupted(node, PLACE);
    assertThat(told).filteredOn(event -> event instanceof ExitEvent.CleanupInterrupted).hasSize(1);
  }

  @Test
  void theRunIsCompleteWithTheLastEndAndNoSooner() {
    ExitRun run = run(named("a"), named("b"));
    int first = begin(run);
    int second = begin(run);
    run.completed(first, ticker.nanos());
    assertThat(run.isComplete()).isFalse();
    assertThat(run.isAnyRunning()).isTrue();
    run.ended(second, ticker.nanos(), ABANDONED);
    assertThat(run.isComplete()).isTrue();
    assertThat(run.isFinished()).isTrue();
    assertThat(run.isAnyRunning()).isFalse();
  }
}
