/** What survives kill -9: an append-only, memory-mapped journal. */
module dev.lastcall.journal {
  requires transitive dev.lastcall.api;
  requires static transitive org.jspecify;

  exports dev.lastcall.journal;
}
