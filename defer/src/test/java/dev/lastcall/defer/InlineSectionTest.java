package dev.lastcall.defer;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bound on the caller's own thread, on a clock that is moved by hand. */
class InlineSectionTest {
  private static final long ONE_SECOND = ofSeconds(1).toNanos();
  private static final Duration A_MOMENT = ofMillis(1);

  private final ManualTicker ticker = new ManualTicker();
  private final Watchdog watchdog = Watchdog.manual(ticker);
  private final InlineSections sections = new InlineSections(watchdog);

  @AfterEach
  void noInterruptIsLeft() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void timeCountsFromTheFirstLook() {
    InlineSection section = sections.enter(ONE_SECOND);
    ticker.advance(ofSeconds(5));
    watchdog.tick();
    pass(ofSeconds(1).minus(A_MOMENT));
    assertThat(isInterrupted()).isFalse();
    pass(A_MOMENT);
    assertThat(isInterrupted()).isTrue();
    assertThat(section.exit()).isNotNull();
  }

  @Test
  void aSectionInTimeLeavesNoTrace() {
    InlineSection section = sections.enter(ONE_SECOND);
    watchdog.tick();
    assertThat(section.exit()).isNull();
    pass(ofSeconds(2));
    assertThat(isInterrupted()).isFalse();
  }

  @Test
  void theNextSectionOfTheSameThreadHasAllItsTime() {
    sections.enter(ONE_SECOND).exit();
    InlineSection section = sections.enter(ONE_SECOND);
    watchdog.tick();
    pass(ofMillis(600));
    section.exit();
    section = sections.enter(ONE_SECOND);
    pass(ofMillis(600));
    assertThat(isInterrupted()).isFalse();
    assertThat(section.exit()).isNull();
  }

  @Test
  void theInterruptIsClearedEvenIfNobodyLookedAtIt() {
    InlineSection section = sections.enter(ONE_SECOND);
    runOut();
    assertThat(isInterrupted()).isTrue();
    assertThat(section.exit()).isNotNull();
    assertThat(isInterrupted()).isFalse();
  }

  @Test
  void anInterruptThatTheActionConsumedIsNotMadeAgain() {
    InlineSection section = sections.enter(ONE_SECOND);
    runOut();
    assertThat(Thread.interrupted()).isTrue();
    pass(ofSeconds(10));
    assertThat(isInterrupted()).isFalse();
    assertThat(section.exit()).isNotNull();
  }

  @Test
  void aForeignInterruptBeforeTheSectionIsKept() {
    Thread.currentThread().interrupt();
    sections.enter(ONE_SECOND).exit();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aForeignInterruptThatIsPendingWhenTimeIsUpIsKept() {
    InlineSection section = sections.enter(ONE_SECOND);
    Thread.currentThread().interrupt();
    runOut();
    assertThat(section.exit()).as("it is late all the same").isNotNull();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void oursFollowsOnceAForeignInterruptWasConsumed() {
    InlineSection section = sections.enter(ONE_SECOND);
    Thread.currentThread().interrupt();
    runOut();
    assertThat(Thread.interrupted()).isTrue();
    pass(A_MOMENT);
    assertThat(isInterrupted()).isTrue();
    assertThat(section.exit()).isNotNull();
  }

  @Test
  void anInnerSectionThatIsLateDoesNotEndTheOuterOne() {
    InlineSection outer = sections.enter(3 * ONE_SECOND);
    InlineSection inner = sections.enter(ONE_SECOND);
    runOut();
    assertThat(inner.exit()).isNotNull();
    assertThat(isInterrupted()).isFalse();
    assertThat(outer.exit()).isNull();
  }

  @Test
  void anOuterSectionInterruptsThroughAnInnerOneAndClearsItsOwn() {
    InlineSection outer = sections.enter(ONE_SECOND);
    InlineSection inner = sections.enter(3 * ONE_SECOND);
    runOut();
    assertThat(inner.exit()).isNull();
    assertThat(isInterrupted()).as("for the outer one's code to see").isTrue();
    assertThat(outer.exit()).isNotNull();
    assertThat(isInterrupted()).isFalse();
  }

  @Test
  void anOuterSectionIsInterruptedAfterTheInnerOnesInterruptWasCleared() {
    InlineSection outer = sections.enter(ONE_SECOND);
    InlineSection inner = sections.enter(ONE_SECOND);
    runOut();
    assertThat(inner.exit()).isNotNull();
    pass(A_MOMENT);
    pass(A_MOMENT);
    assertThat(isInterrupted()).isTrue();
    assertThat(outer.exit()).isNotNull();
  }

  @Test
  void sectionsNestDeeply() {
    InlineSection[] nested = new InlineSection[100];
    for (int i = 0; i < nested.length; i++) {
      nested[i] = sections.enter((i + 1) * ONE_SECOND);
    }
    runOut();
    for (int i = nested.length - 1; i > 0; i--) {
      assertThat(nested[i].exit()).as("depth %d", i).isNull();
    }
    assertThat(nested[0].exit()).isNotNull();
  }

  @Test
  void aSectionThatWasNotEnteredToItsEndCanBeLeft() {
    InlineSection section = InlineSection.toLend(ticker);
    assertThat(section.lendTo(Thread.currentThread())).isTrue();
    assertThat(section.exit()).isNotNull();
    assertThat(section.lendTo(Thread.currentThread())).isTrue();
  }

  @Test
  void aLentSectionInterruptsItsBorrower() throws Exception {
    SectionPool pool = new SectionPool(watchdog);
    InlineSection section = pool.lendTo(Thread.currentThread());
    section.enter(ONE_SECOND);
    runOut();
    assertThat(isInterrupted()).isTrue();
    assertThat(section.exit()).isNotNull();
  }

  @Test
  void aPoolLendsNoSectionTwiceAndTakesThemBack() {
    SectionPool pool = new SectionPool(watchdog);
    InlineSection[] lent = new InlineSection[1_000];
    for (int i = 0; i < lent.length; i++) {
      lent[i] = pool.lendTo(Thread.currentThread());
      lent[i].enter(ONE_SECOND);
    }
    assertThat(lent).doesNotHaveDuplicates();
    for (InlineSection section : lent) {
      section.exit();
    }
    InlineSection again = pool.lendTo(Thread.currentThread());
    assertThat(lent).contains(again);
  }

  @Test
  void theSectionsOfAThreadThatEndedAreForgotten() throws Exception {
    AtomicReference<InlineSection> section = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              InlineSection mine = sections.enter(ONE_SECOND);
              mine.exit();
              section.set(mine);
            });
    thread.start();
    thread.join();
    assertThat(section.get()).satisfies(its -> assertThat(its.isGone()).isTrue());
  }

  private static boolean isInterrupted() {
    return Thread.currentThread().isInterrupted();
  }

  private void runOut() {
    watchdog.tick();
    pass(ofSeconds(1));
  }

  private void pass(Duration time) {
    ticker.advance(time);
    watchdog.tick();
  }
}
