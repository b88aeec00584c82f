/** Writes out what Logback still buffers when the process ends. */
module dev.lastcall.logback {
  requires ch.qos.logback.core;
  requires transitive ch.qos.logback.classic;
  requires transitive dev.lastcall.api;
  requires org.slf4j;
  requires static org.jspecify;

  exports dev.lastcall.logback;
}
