/** The reserve at the very end: what is still buffered is written out, whatever hangs. */
module dev.lastcall.flush {
  requires transitive dev.lastcall.api;
  requires static transitive java.logging;
  requires static java.management;
  requires static org.jspecify;

  exports dev.lastcall.flush;
}
