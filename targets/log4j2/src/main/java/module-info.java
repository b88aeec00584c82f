/** Log4j 2 without losses: a journal in front of appenders, and a flush at the very end. */
module dev.lastcall.log4j2 {
  requires transitive dev.lastcall.api;
  requires dev.lastcall.journal;
  requires dev.lastcall.spool;
  requires transitive org.apache.logging.log4j.core;
  requires org.apache.logging.log4j;
  requires static java.management;
  requires static org.jspecify;

  exports dev.lastcall.log4j2;

  opens dev.lastcall.log4j2 to
      org.apache.logging.log4j.core;
}
