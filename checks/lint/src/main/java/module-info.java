/** Checks a source tree, and says what it found in the forms that tools read. */
module dev.lastcall.lint {
  requires com.fasterxml.jackson.databind;
  requires io.github.javadiffutils;
  requires transitive dev.lastcall.source;
  requires static org.jspecify;

  exports dev.lastcall.lint;
}
