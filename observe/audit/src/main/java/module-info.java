/** A tamper-evident line for every run of an auditable cleanup. */
module dev.lastcall.audit {
  requires transitive dev.lastcall.api;
  requires com.fasterxml.jackson.core;
  requires dev.lastcall.defer;
  requires transitive dev.lastcall.journal;
  requires transitive dev.lastcall.spool;
  requires static transitive org.jspecify;

  exports dev.lastcall.audit;
}
