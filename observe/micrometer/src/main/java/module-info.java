/** Metrics of cleanups, scopes and the exit, and their last values out of a process that ends. */
module dev.lastcall.micrometer {
  requires transitive dev.lastcall.api;
  requires dev.lastcall.defer;
  requires transitive micrometer.core;
  requires static transitive io.prometheus.metrics.model;
  requires static transitive micrometer.registry.otlp;
  requires static io.prometheus.metrics.exporter.pushgateway;
  requires static transitive org.jspecify;

  exports dev.lastcall.micrometer;
}
