package dev.lastcall.defer;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.DeferListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what named scopes and named bounded calls of this process do.
 *
 * <pre>{@code
 * DeferListeners.Listening listening = DeferListeners.add(event -> …);
 * try (DeferScope scope = DeferScope.open("transfer")) { … }
 * listening.close();
 * }</pre>
 *
 * <p>As long as nobody listens, a named scope costs the read of a static field more than an unnamed
 * one. Unnamed scopes are told to nobody and cost nothing. Thread-safe.
 */
public final class DeferListeners {
  /**
   * Null while nobody listens. Every named scope reads it: not volatile, so that the read is free.
   * A thread may see a listener come or go a little late; whoever sees it sees it whole, because
   * its fields are final.
   */
  private static @Nullable Observers current;

  private DeferListeners() {}

  /**
   * Adds a listener: it is told of every named scope and bounded call that begins from now on.
   *
   * @param listener the listener
   * @return what removes it
   * @throws IllegalArgumentException if the listener is null or has been added already
   */
  public static Listening add(DeferListener listener) {
    Observer observer = new Observer(Arguments.given("listener", listener));
    synchronized (DeferListeners.class) {
      current = Observers.with(current, observer);
    }
    return new Listening(observer);
  }

  /**
   * Returns how many named scopes are open: those that were opened while somebody listened.
   *
   * @return zero or more; a scope that is never closed stays in it
   */
  public static long openScopes() {
    return Observers.openScopes();
  }

  /** Who listens; null if nobody does. */
  static @Nullable Observers current() {
    return current;
  }

  private static synchronized void remove(Observer observer) {
    current = Observers.without(current, observer);
  }

  /** The handle of an added listener. Thread-safe. */
  public static final class Listening implements AutoCloseable {
    private final Observer observer;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Listening(Observer observer) {
      this.observer = observer;
    }

    /** Removes the listener; what has begun is told to its end. Closing again does nothing. */
    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        remove(observer);
      }
    }
  }
}
