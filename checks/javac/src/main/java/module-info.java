/** The checks as a plugin of the Java compiler. */
module dev.lastcall.javac {
  requires dev.lastcall.rules;
  requires dev.lastcall.source;
  requires transitive jdk.compiler;
  requires static org.jspecify;

  exports dev.lastcall.javac;

  provides com.sun.source.util.Plugin with
      dev.lastcall.javac.LastcallPlugin;
}
