package dev.lastcall.defer;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.DeferEvent;
import dev.lastcall.api.DeferEvent.ActionBegan;
import dev.lastcall.api.DeferEvent.ActionEnded;
import dev.lastcall.api.DeferEvent.ScopeClosed;
import dev.lastcall.api.DeferEvent.ScopeOpened;
import dev.lastcall.api.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeferListenersTest {
  private final List<DeferEvent> events = new CopyOnWriteArrayList<>();
  private final Thread test = Thread.currentThread();
  private final DeferListeners.Listening listening = DeferListeners.add(this::note);

  private void note(DeferEvent event) {
    if (Thread.currentThread() == test) {
      events.add(event);
    }
  }

  @AfterEach
  void stopListening() {
    listening.close();
  }

  @Test
  void tellsOfAScopeAndItsCleanupsInTheOrderInWhichTheyRun() {
    try (DeferScope scope = DeferScope.open("transfer")) {
      scope.defer("audit", () -> {});
      scope.locked(new ReentrantLock());
    }
    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "ScopeOpened",
            "ActionBegan",
            "ActionEnded",
            "ActionBegan",
            "ActionEnded",
            "ScopeClosed");
    assertThat(began()).extracting(ActionBegan::name).containsExactly("unlock", "audit");
    assertThat(events).allSatisfy(event -> assertThat(event.scope()).isEqualTo("transfer"));
    assertThat(events).allSatisfy(event -> assertThat(event.depth()).isEqualTo(1));
    ScopeClosed closed = (ScopeClosed) events.get(5);
    assertThat(closed.actions()).isEqualTo(2);
    assertThat(closed.outcome()).isInstanceOf(Outcome.Completed.class);
    assertThat(closed.lasted()).isGreaterThanOrEqualTo(closed.outcome().elapsed());
  }

  @Test
  void pairsBeginAndEndById() {
    try (DeferScope scope = DeferScope.open("transfer")) {
      scope.defer("a", () -> {});
      scope.defer("b", () -> {});
    }
    assertThat(events.get(5).id()).isEqualTo(events.get(0).id()).isPositive();
    assertThat(events.get(2).id()).isEqualTo(events.get(1).id());
    assertThat(events.get(4).id()).isEqualTo(events.get(3).id());
    assertThat(events).extracting(DeferEvent::id).doesNotContain(0L);
    assertThat(events.stream().map(DeferEvent::id).distinct()).hasSize(3);
    assertThat(events).extracting(DeferEvent::atNanos).isSorted();
  }

  @Test
  void givesEveryThingItsOwnIdAlsoBeyondOneBlockOfThem() {
    for (int i = 0; i < 2_500; i++) {
      DeferScope.open("many").close();
    }
    assertThat(events.stream().map(DeferEvent::id).distinct()).hasSize(2_500);
  }

  @Test
  void saysWhatAScopeWasOpenedIn() {
    try (DeferScope outer = DeferScope.open("outer")) {
      outer.defer("inner-work", () -> DeferScope.open("in-action").close());
      try (DeferScope inner = DeferScope.open("inner")) {
        inner.defer(() -> {});
      }
    }
    ScopeOpened outer = (ScopeOpened) events.get(0);
    ScopeOpened inner = (ScopeOpened) events.get(1);
    assertThat(outer.parentId()).isZero();
    assertThat(inner.parentId()).isEqualTo(outer.id());
    assertThat(inner.depth()).isEqualTo(2);
    assertThat(began().get(0).parentId()).isEqualTo(inner.id());
    ActionBegan work = began().get(1);
    assertThat(work.parentId()).isEqualTo(outer.id());
    ScopeOpened inAction = (ScopeOpened) events.get(6);
    assertThat(inAction.parentId()).isEqualTo(work.id());
    assertThat(inAction.depth()).isEqualTo(2);
  }

  @Test
  void callsCleanupsWithoutANameByWhatTheyDo() {
    try (DeferScope scope = DeferScope.open("names")) {
      scope.defer(() -> {});
      scope.closing(new Resource());
      scope.closing((AutoCloseable) () -> {});
      scope.releasing(new Semaphore(0), Semaphore::release);
      scope.releasing(new Semaphore(0), Semaphore::release);
      scope.defer("with blank", () -> {});
      scope.defer("x".repeat(200), () -> {});
    }
    assertThat(began())
        .extracting(ActionBegan::name)
        .containsExactly(
            "x".repeat(100),
            "with_blank",
            "release:Semaphore",
            "release:Semaphore",
            "close",
            "close:Resource",
            "cleanup");
  }

  @Test
  void tellsWhatACleanupThrew() {
    IOException broken = new IOException("broken");
    IllegalStateException later = new IllegalStateException("later");
    assertThatThrownBy(
            () -> {
              try (DeferScope scope = DeferScope.open("failing")) {
                scope.defer(
                    "second",
                    () -> {
                      throw later;
                    });
                scope.defer(
                    "first",
                    () -> {
                      throw broken;
                    });
              }
            })
        .isInstanceOf(CleanupFailedException.class)
        .hasCause(broken)
        .hasSuppressedException(later);
    assertThat(ended())
        .extracting(event -> ((Outcome.Failed) event.outcome()).cause())
        .containsExactly(broken, later);
    Outcome.Failed whole = (Outcome.Failed) ((ScopeClosed) events.get(5)).outcome();
    assertThat(whole.cause()).isSameAs(broken);
  }

  @Test
  void tellsTheBoundAndThatItWasMissed() {
    DeferScope scope = DeferScope.within("bounded", ofMillis(50));
    scope.defer("behind", () -> {});
    scope.defer("hanging", () -> Thread.sleep(60_000));
    assertThatThrownBy(scope::close)
        .isInstanceOf(CleanupFailedException.class)
        .hasCauseInstanceOf(TimeoutException.class);
    assertThat(began().get(0).allotted()).hasValue(ofMillis(50));
    assertThat(began().get(1).allotted()).hasValue(ofMillis(100));
    Outcome.TimedOut late = (Outcome.TimedOut) ended().get(0).outcome();
    assertThat(late.timeout()).isEqualTo(ofMillis(50));
    assertThat(late.sample().frames()).anyMatch(DeferListenersTest::isOurs);
    assertThat(ended().get(1).outcome()).isInstanceOf(Outcome.Completed.class);
    assertThat(((ScopeClosed) events.get(5)).outcome()).isInstanceOf(Outcome.TimedOut.class);
  }

  @Test
  void tellsOfANamedBoundedCallAndWhereItWasMade() throws Exception {
    Bounded.run("alone", ofSeconds(5), () -> {});
    try (DeferScope scope = DeferScope.open("around")) {
      Bounded.run("inside", ofSeconds(5), () -> {});
    }
    ActionBegan alone = began().get(0);
    assertThat(alone.scope()).isEmpty();
    assertThat(alone.depth()).isZero();
    assertThat(alone.parentId()).isZero();
    assertThat(alone.allotted()).hasValue(ofSeconds(5));
    ActionBegan inside = began().get(1);
    assertThat(inside.scope()).isEqualTo("around");
    assertThat(inside.depth()).isEqualTo(1);
    assertThat(inside.parentId()).isEqualTo(events.get(2).id());
  }

  @Test
  void tellsNobodyOfWhatHasNoName() throws Exception {
    try (DeferScope scope = DeferScope.open()) {
      scope.defer("named", () -> {});
      Bounded.run(ofSeconds(5), () -> {});
    }
    DeferScope.within(ofSeconds(5)).close();
    assertThat(events).isEmpty();
  }

  private static boolean isOurs(StackTraceElement frame) {
    return frame.getClassName().equals(DeferListenersTest.class.getName());
  }

  private List<ActionBegan> began() {
    return events.stream()
        .filter(ActionBegan.class::isInstance)
        .map(ActionBegan.class::cast)
        .toList();
  }

  private List<ActionEnded> ended() {
    return events.stream()
        .filter(ActionEnded.class::isInstance)
        .map(ActionEnded.class::cast)
        .toList();
  }

  private static final class Resource implements AutoCloseable {
    @Override
    public void close() {}
  }
}
