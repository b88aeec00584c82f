/** The checks as a goal of Maven. */
module dev.lastcall.maven {
  requires dev.lastcall.lint;
  requires dev.lastcall.rules;
  requires dev.lastcall.source;
  requires maven.model;
  requires static maven.plugin.annotations;
  requires maven.plugin.api;
  requires static org.jspecify;

  exports dev.lastcall.maven;
}
