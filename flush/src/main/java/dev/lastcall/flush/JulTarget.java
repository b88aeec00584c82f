package dev.lastcall.flush;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SocketHandler;

/**
 * Flushes handlers of {@code java.util.logging}; a handler that throws does not keep the others
 * from being flushed.
 *
 * <p>{@link Handler#flush()} takes the handler's own lock, and there is no way to try it only. So
 * handlers that may wait for a reader (console, socket) come last; give a handler that is known to
 * hang a target of its own. The deadline is kept by the last gasp, which overtakes a target that
 * hangs. Thread-safe.
 */
public final class JulTarget implements FlushTarget {
  private final Supplier<List<Handler>> handlers;

  private JulTarget(Supplier<List<Handler>> handlers) {
    this.handlers = handlers;
  }

  /**
   * Flushes these handlers.
   *
   * @param handlers at least one
   * @return the target
   * @throws IllegalArgumentException if there is no handler or one is null
   */
  public static JulTarget of(Handler... handlers) {
    if (Arguments.given("handlers", handlers).length == 0) {
      throw Arguments.refusal("handlers", "none", "at least one");
    }
    for (Handler handler : handlers) {
      Arguments.given("handler", handler);
    }
    List<Handler> fixed = List.of(handlers);
    return new JulTarget(() -> fixed);
  }

  /**
   * Flushes whatever handlers a logger has at the moment of the flush.
   *
   * @param logger such as the root logger, {@code Logger.getLogger("")}
   * @return the target
   * @throws IllegalArgumentException if the logger is null
   */
  public static JulTarget of(Logger logger) {
    Logger given = Arguments.given("logger", logger);
    return new JulTarget(() -> List.of(given.getHandlers()));
  }

  /**
   * Flushes all handlers.
   *
   * @param deadline no handler is begun after it
   * @throws RuntimeException the first that a handler threw, the others suppressed in it
   */
  @Override
  public void flush(Deadline deadline) {
    RuntimeException first = null;
    for (Handler handler : inOrder(handlers.get())) {
      try {
        if (!deadline.isExpired()) {
          handler.flush();
        }
      } catch (RuntimeException thrown) {
        if (first == null) {
          first = thrown;
        } else {
          first.addSuppressed(thrown);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static List<Handler> inOrder(List<Handler> handlers) {
    List<Handler> ordered = new ArrayList<>(handlers.size());
    for (Handler handler : handlers) {
      if (!mayWaitForAReader(handler)) {
        ordered.add(handler);
      }
    }
    for (Handler handler : handlers) {
      if (mayWaitForAReader(handler)) {
        ordered.add(handler);
      }
    }
    return ordered;
  }

  private static boolean mayWaitForAReader(Handler handler) {
    return handler instanceof ConsoleHandler || handler instanceof SocketHandler;
  }
}
