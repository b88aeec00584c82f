package dev.lastcall.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The exit as a whole. */
@Name("dev.lastcall.Exit")
@Label("Exit")
@Description("The exit, from its reason to its report")
@Category("Lastcall")
@StackTrace(false)
final class JfrExit extends Event {
  @Label("Door")
  @Description("How it began: by signal, by request, by the JVM's own shutdown")
  String door = "";

  @Label("Reason")
  String reason = "";

  @Label("Cleanups")
  int cleanups;

  @Label("Exit Code")
  @Description("-1 if it was chosen by whoever ended the JVM")
  int exitCode;
}
