package dev.lastcall.api;

import java.util.List;

/**
 * Is told what happens during the exit, in order, one event at a time.
 *
 * <p>Events are delivered on a thread of Lastcall's own: a listener that blocks delays the
 * listeners behind it, never the exit, and events that are still undelivered when the process ends
 * are lost. What a listener throws is noted in the report and goes no further.
 */
@FunctionalInterface
public interface ExitListener {
  /**
   * Receives one event.
   *
   * @param event what happened
   */
  void onEvent(ExitEvent event);

  /**
   * Returns what a person should know about this listener itself, such as that it cannot write any
   * more. Asked when the start-up ends and when the report is made; must not wait.
   *
   * @return empty if all is well, and unless it is overridden
   */
  default List<Finding> findings() {
    return List.of();
  }
}
