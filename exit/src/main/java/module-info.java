/** Many cleanups in order, in parallel, inside one deadline. */
module dev.lastcall.exit {
  requires transitive dev.lastcall.api;
  requires transitive dev.lastcall.defer;
  requires static org.jspecify;

  exports dev.lastcall.exit;
}
