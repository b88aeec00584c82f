/** One cleanup inside one deadline. */
module dev.lastcall.defer {
  requires transitive dev.lastcall.api;
  requires static java.management;
  requires static org.jspecify;

  exports dev.lastcall.defer;
}
