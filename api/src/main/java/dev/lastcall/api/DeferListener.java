package dev.lastcall.api;

/**
 * Is told what named scopes and named bounded calls do in normal running, at once, on the thread on
 * which it happens.
 *
 * <p>The application waits for it, so it must be quick; it is called by many threads at once. What
 * it throws is logged once and goes no further. Named scopes that it opens itself are told to
 * nobody.
 */
@FunctionalInterface
public interface DeferListener {
  /**
   * Receives one event.
   *
   * @param event what happened
   */
  void onEvent(DeferEvent event);
}
