/** How the process's end begins, runs and is forced; the room that applications depend on. */
module dev.lastcall.runtime {
  requires transitive dev.lastcall.api;
  requires dev.lastcall.defer;
  requires dev.lastcall.exit;
  requires dev.lastcall.flush;
  requires dev.lastcall.report;
  requires jdk.unsupported;
  requires static org.jspecify;

  exports dev.lastcall.runtime;
}
