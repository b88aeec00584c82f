/** The exit as it happens and the last metrics, readable after the process was killed. */
module dev.lastcall.recorder {
  requires transitive dev.lastcall.api;
  requires dev.lastcall.defer;
  requires transitive dev.lastcall.journal;
  requires transitive dev.lastcall.report;
  requires static transitive org.jspecify;

  exports dev.lastcall.recorder;
}
