package dev.lastcall.api;

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
}
