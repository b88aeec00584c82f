package dev.lastcall.runtime;

import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitReason;
import dev.lastcall.flush.LastGasp;
import dev.lastcall.runtime.ExitTrigger.Request;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a signal does: the first begins the exit, the second cuts it short, the third ends the
 * process at once. SIGHUP never counts as a second one: a closing terminal sends several, and
 * systemd one behind SIGTERM if {@code SendSIGHUP} is set.
 *
 * <p>Called on the JVM's signal threads; neither blocks nor allocates. Thread-safe.
 */
final class SignalDoor implements IntPredicate {
  /** From the second signal to the end at the latest; the process then still has to die. */
  private static final long FORCED_NANOS = 200_000_000;

  private final ExitTrigger trigger;
  private final LastGasp gasp;
  private final HaltGuard guard;
  private final ExitCodes codes;
  private final Ticker ticker;
  private final AtomicInteger count = new AtomicInteger();
  private final @Nullable Request[] requests;
  private final int hangUp;

  SignalDoor(
      ExitTrigger trigger,
      LastGasp gasp,
      HaltGuard guard,
      ExitCodes codes,
      Ticker ticker,
      Map<Integer, String> names) {
    this.trigger = trigger;
    this.gasp = gasp;
    this.guard = guard;
    this.codes = codes;
    this.ticker = ticker;
    this.requests = prepared(names, codes);
    this.hangUp =
        names.entrySet().stream()
            .filter(entry -> entry.getValue().equals("HUP"))
            .mapToInt(Map.Entry::getKey)
            .findFirst()
            .orElse(-1);
  }

  private static @Nullable Request[] prepared(Map<Integer, String> names, ExitCodes codes) {
    int highest = names.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    @Nullable Request[] prepared = new @Nullable Request[highest + 1];
    names.forEach(
        (number, name) -> {
          ExitReason reason = new ExitReason(ExitReason.Door.SIGNAL, "SIG" + name);
          prepared[number] = new Request(reason, codes.cleanAfterSignal(number), number, false);
        });
    return prepared;
  }

  /** Does what the signal asks for; false if it came too late, when all is uninstalled. */
  @Override
  public boolean test(int number) {
    Request request = number < requests.length ? requests[number] : null;
    if (request == null) {
      return true;
    }
    if (count.get() == 0 && count.compareAndSet(0, 1)) {
      trigger.pull(request);
    } else if (number != hangUp && !trigger.isWithdrawn()) {
      again(count.incrementAndGet());
    }
    return !trigger.isWithdrawn();
  }

  private void again(int times) {
    if (times > 2) {
      guard.haltNow(codes.forced());
    } else {
      trigger.force();
      guard.arm(ticker.nanos() + FORCED_NANOS, codes.forced());
      gasp.flushNow();
    }
  }
}
