/** The exit report as JSON, as terminal text and as a Kubernetes termination message. */
module dev.lastcall.report {
  requires transitive dev.lastcall.api;
  requires static org.jspecify;

  exports dev.lastcall.report;
}
