/** Scopes, cleanups and the exit as OpenTelemetry spans, which arrive. */
module dev.lastcall.opentelemetry {
  requires transitive dev.lastcall.api;
  requires dev.lastcall.defer;
  requires transitive io.opentelemetry.api;
  requires io.opentelemetry.context;
  requires static org.jspecify;

  exports dev.lastcall.opentelemetry;
}
