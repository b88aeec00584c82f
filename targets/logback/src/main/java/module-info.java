/** Logback without losses: a journal in front of appenders, and a flush at the very end. */
module dev.lastcall.logback {
  requires transitive ch.qos.logback.core;
  requires transitive ch.qos.logback.classic;
  requires transitive dev.lastcall.api;
  requires transitive dev.lastcall.journal;
  requires dev.lastcall.spool;
  requires org.slf4j;
  requires static org.jspecify;

  exports dev.lastcall.logback;
}
