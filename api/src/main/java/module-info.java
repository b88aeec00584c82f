/** The words of Lastcall: what a cleanup is, how long it may take and how it ended. */
module dev.lastcall.api {
  requires static transitive org.jspecify;

  exports dev.lastcall.api;
}
