/** Cleanups that are run by the next start if this process is killed. */
module dev.lastcall.durable {
  requires transitive dev.lastcall.api;
  requires dev.lastcall.defer;
  requires transitive dev.lastcall.journal;
  requires static transitive org.jspecify;

  exports dev.lastcall.durable;
}
