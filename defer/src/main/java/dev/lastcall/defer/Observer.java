package dev.lastcall.defer;

import dev.lastcall.api.DeferEvent;
import dev.lastcall.api.DeferListener;
import java.util.concurrent.atomic.AtomicBoolean;

/** One listener, kept from hurting anybody. Thread-safe if the listener is. */
final class Observer {
  final DeferListener listener;
  private final AtomicBoolean failed = new AtomicBoolean();

  Observer(DeferListener listener) {
    this.listener = listener;
  }

  /** Tells the listener; what it throws is logged the first time. */
  void tell(DeferEvent event) {
    try {
      listener.onEvent(event);
    } catch (Throwable thrown) {
      noteOnce(thrown);
    }
  }

  private void noteOnce(Throwable thrown) {
    try {
      if (!failed.get() && failed.compareAndSet(false, true)) {
        System.getLogger(Observer.class.getPackageName())
            .log(
                System.Logger.Level.WARNING,
                listener.getClass().getName()
                    + " failed; it is told on, and its later failures are not logged:",
                thrown);
      }
    } catch (Throwable noRoom) {
      // No memory, no stack or no logger: the scope that is being told of matters more.
    }
  }
}
