/** Writes out what Log4j 2 still buffers when the process ends. */
module dev.lastcall.log4j2 {
  requires transitive dev.lastcall.api;
  requires transitive org.apache.logging.log4j.core;
  requires org.apache.logging.log4j;
  requires static java.management;
  requires static org.jspecify;

  exports dev.lastcall.log4j2;
}
