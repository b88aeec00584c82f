/** Scopes, cleanups and the exit in flight recordings, which survive it. */
module dev.lastcall.jfr {
  requires transitive dev.lastcall.api;
  requires dev.lastcall.defer;
  requires jdk.jfr;
  requires static org.jspecify;

  exports dev.lastcall.jfr;
}
