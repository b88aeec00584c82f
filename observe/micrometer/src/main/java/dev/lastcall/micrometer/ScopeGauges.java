package dev.lastcall.micrometer;

import dev.lastcall.defer.DeferListeners;
import dev.lastcall.defer.DeferScope;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The gauges of the scopes of this process. Thread-safe. */
final class ScopeGauges {
  private final MeterRegistry registry;
  private final Gauge open;
  private final Gauge leaked;

  ScopeGauges(MeterRegistry registry) {
    this.registry = registry;
    this.open =
        Gauge.builder("lastcall.scopes.open", DeferListeners::openScopes)
            .description("Named scopes that are open")
            .register(registry);
    this.leaked =
        Gauge.builder("lastcall.scopes.leaked", DeferScope::leaked)
            .description("Scopes that were found never closed")
            .register(registry);
  }

  void close() {
    registry.remove(open);
    registry.remove(leaked);
  }
}
