/** A handler of java.util.logging that loses nothing, not even to kill -9. */
module dev.lastcall.jul {
  requires transitive dev.lastcall.api;
  requires transitive dev.lastcall.journal;
  requires transitive dev.lastcall.spool;
  requires transitive java.logging;
  requires static transitive org.jspecify;

  exports dev.lastcall.jul;
}
