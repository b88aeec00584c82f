/** Rules that users write: a Java pattern with holes, where it must stand, what to say. */
module dev.lastcall.patterns {
  requires transitive dev.lastcall.source;
  requires static org.jspecify;

  exports dev.lastcall.patterns;
}
