package dev.lastcall.orders;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What the way to end has to know about requests: whether they should come, and how many there are.
 * Thread-safe.
 *
 * @param ready what {@code GET /ready} answers
 * @param counter is asked when a request begins; what it returns is run when that request has been
 *     answered, perhaps twice
 */
record Admission(BooleanSupplier ready, Supplier<Runnable> counter) {
  /** Always ready; nobody counts. */
  static Admission always() {
    return new Admission(() -> true, () -> () -> {});
  }
}
