package dev.lastcall.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** A signal that comes while Lastcall is being uninstalled. */
class LateSignalTest {
  private static final Signal HANG_UP = new Signal("HUP");

  private final AtomicInteger applications = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Findings findings = new Findings();
  private final SignalHandler jvms =
      Signal.handle(HANG_UP, signal -> applications.incrementAndGet());
  private final ProcessSignals signals =
      new ProcessSignals(number -> refused.incrementAndGet() == 0, findings::add);

  @AfterEach
  void giveBack() {
    Signal.handle(HANG_UP, jvms);
  }

  private void takeOnlyHangUp() {
    int wanted = HANG_UP.getNumber();
    signals.take(number -> number != wanted);
  }

  @Test
  void isRaisedAgainForTheHandlerThatWasThereBefore() {
    takeOnlyHangUp();
    Signal.raise(HANG_UP);
    await().until(() -> refused.get() == 1);
    assertThat(applications).hasValue(0);

    signals.giveBack();

    await().until(() -> applications.get() == 1);
  }

  @Test
  void isNotRaisedIfNoneCame() {
    takeOnlyHangUp();
    signals.giveBack();
    Signal.raise(HANG_UP);

    await().until(() -> applications.get() > 0);
    assertThat(applications).hasValue(1);
    assertThat(refused).hasValue(0);
    assertThat(ProcessSignals.names()).containsAllEntriesOf(Map.of(HANG_UP.getNumber(), "HUP"));
  }
}
