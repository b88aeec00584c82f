/** The checks: each finds one mistake in cleanup code. */
module dev.lastcall.rules {
  requires transitive dev.lastcall.patterns;
  requires transitive dev.lastcall.source;
  requires static org.jspecify;

  exports dev.lastcall.rules;
}
