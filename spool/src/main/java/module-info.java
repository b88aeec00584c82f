/**
 * Records that are kept at once and delivered behind, exactly once and in order, even after a
 * crash.
 */
module dev.lastcall.spool {
  requires transitive dev.lastcall.api;
  requires dev.lastcall.defer;
  requires transitive dev.lastcall.journal;
  requires static transitive org.jspecify;

  exports dev.lastcall.spool;
}
