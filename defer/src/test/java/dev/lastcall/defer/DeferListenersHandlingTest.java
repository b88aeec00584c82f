package dev.lastcall.defer;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.DeferEvent;
import dev.lastcall.api.DeferEvent.ActionEnded;
import dev.lastcall.api.DeferListener;
import dev.lastcall.api.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** How listeners come and go, and that none of them hurts. */
class DeferListenersHandlingTest {
  private final List<DeferEvent> events = new CopyOnWriteArrayList<>();

  @Test
  void whoFailsIsLoggedOnceAndHurtsNobody() {
    List<LogRecord> logged = new CopyOnWriteArrayList<>();
    Logger logger = Logger.getLogger("dev.lastcall.defer");
    Handler handler = new Keeping(logged);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    List<String> ran = new ArrayList<>();
    try (DeferListeners.Listening broken =
            DeferListeners.add(
                event -> {
                  throw new StackOverflowError("deep");
                });
        DeferListeners.Listening sound = DeferListeners.add(events::add)) {
      try (DeferScope scope = DeferScope.open("careful")) {
        scope.defer(() -> ran.add("cleanup"));
      }
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
    assertThat(ran).containsExactly("cleanup");
    assertThat(events).hasSize(4);
    assertThat(logged)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getThrown()).hasMessage("deep");
              assertThat(record.getMessage()).contains(getClass().getName());
            });
  }

  @Test
  void whatAListenerOpensItselfIsToldToNobody() {
    DeferListener curious =
        event -> {
          events.add(event);
          DeferScope.open("of-the-listener").close();
        };
    try (DeferListeners.Listening listening = DeferListeners.add(curious)) {
      DeferScope.open("outer").close();
    }
    assertThat(events).extracting(DeferEvent::scope).containsExactly("outer", "outer");
  }

  @Test
  void whoLeavesIsToldOfWhatHadBegunAndOfNothingElse() {
    DeferListeners.Listening listening = DeferListeners.add(events::add);
    try (DeferScope scope = DeferScope.open("begun")) {
      listening.close();
      listening.close();
      scope.defer(() -> DeferScope.open("later").close());
    }
    DeferScope.open("afterwards").close();
    assertThat(events).hasSize(4).extracting(DeferEvent::scope).containsOnly("begun");
  }

  @Test
  void whoComesInTheMiddleIsToldOfNoEndWithoutABegin() {
    DeferScope scope = DeferScope.open("before");
    try (DeferListeners.Listening listening = DeferListeners.add(events::add)) {
      scope.defer(() -> {});
      scope.close();
    }
    assertThat(events).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // that is what is tested
  void refusesNullAndWhoIsThereAlready() {
    assertThatIllegalArgumentException().isThrownBy(() -> DeferListeners.add(null));
    DeferListener listener = events::add;
    try (DeferListeners.Listening listening = DeferListeners.add(listener)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DeferListeners.add(listener))
          .withMessageContaining("expected: one that has not been added");
    }
    DeferListeners.add(listener).close();
  }

  @Test
  @SuppressWarnings("NullAway") // that is what is tested
  void refusesAScopeWithoutANameWhetherSomebodyListensOrNot() {
    assertThatIllegalArgumentException().isThrownBy(() -> DeferScope.open(null));
    assertThatIllegalArgumentException().isThrownBy(() -> DeferScope.within(null, ofSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bounded.run((String) null, ofSeconds(1), () -> {}));
    try (DeferListeners.Listening listening = DeferListeners.add(events::add)) {
      assertThatIllegalArgumentException().isThrownBy(() -> DeferScope.open(null));
    }
    assertThat(events).isEmpty();
  }

  @Test
  void countsTheOpenScopesThatSomebodyIsToldOf() {
    long before = DeferListeners.openScopes();
    try (DeferListeners.Listening listening = DeferListeners.add(event -> {});
        DeferScope outer = DeferScope.open("outer");
        DeferScope inner = DeferScope.open("inner")) {
      inner.defer(() -> {});
      outer.defer(() -> {});
      assertThat(DeferListeners.openScopes()).isEqualTo(before + 2);
    }
    assertThat(DeferListeners.openScopes()).isEqualTo(before);
  }

  @Test
  void anObservedScopeRefusesWhatAnyOtherRefuses() {
    try (DeferListeners.Listening listening = DeferListeners.add(events::add)) {
      DeferScope scope = DeferScope.open("closed");
      scope.close();
      assertThatIllegalStateException().isThrownBy(scope::close);
      assertThatIllegalStateException().isThrownBy(() -> scope.defer(() -> {}));
    }
    assertThat(events).hasSize(2);
  }

  @Test
  void tellsOfARunOnACleanupThreadHoweverItEnds() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    try (CleanupThreads threads = CleanupThreads.start(1, Watchdog.shared());
        DeferListeners.Listening listening = DeferListeners.add(events::add)) {
      BoundedRunner runner = BoundedRunner.on(threads);
      CleanupSpec spec = CleanupSpec.named("pool").within(ofMillis(50));
      runner.run(spec, context -> {}, Deadline.after(ofSeconds(30)));
      runner.run(spec, context -> never.await(), Deadline.after(ofSeconds(30)));
      runner.quiet().run(spec, context -> {}, Deadline.after(ofSeconds(30)));
    }
    assertThat(events)
        .filteredOn(ActionEnded.class::isInstance)
        .extracting(event -> ((ActionEnded) event).outcome().getClass())
        .isEqualTo(List.of(Outcome.Completed.class, Outcome.TimedOut.class));
  }

  private static final class Keeping extends Handler {
    private final List<LogRecord> records;

    Keeping(List<LogRecord> records) {
      this.records = records;
    }

    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
