/**
 * What Java source says about cleanup: where code runs, what a value is, what can happen before
 * what.
 */
module dev.lastcall.source {
  requires transitive jdk.compiler;
  requires static transitive org.jspecify;

  exports dev.lastcall.source;
}
