package dev.lastcall.durable;

/**
 * Cleans up what an intent names: releases the lease, deletes the file, takes the entry out of the
 * registry.
 *
 * <p>It runs at least once for each intent, possibly in another process than the one that deferred
 * it, possibly although the resource was never taken, and possibly while an abandoned earlier
 * attempt still runs. So it has to be idempotent; the intent's key is the same on every attempt.
 * Implementations are thread-safe and return soon after an interrupt.
 */
@FunctionalInterface
public interface DurableHandler {
  /**
   * Cleans up.
   *
   * @param intent what to clean up, and until when
   * @throws Exception if it could not; it is tried again later
   */
  void clean(DurableIntent intent) throws Exception;
}
