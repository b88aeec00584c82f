package dev.lastcall.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A named scope, from its opening to the end of its last cleanup. */
@Name("dev.lastcall.Scope")
@Label("Scope")
@Description("A named scope, from its opening to the end of its last cleanup")
@Category("Lastcall")
@StackTrace(false)
final class JfrScope extends Event {
  @Label("Name")
  String name = "";

  @Label("Depth")
  @Description("How many named scopes were open on the thread, this one included")
  int depth;

  @Label("Cleanups")
  int cleanups;

  @Label("Outcome")
  String outcome = "";

  @Label("Cleanup Time")
  @Description("How long the cleanups took together")
  @Timespan(Timespan.NANOSECONDS)
  long cleanupTime;

  @Label("Failure")
  String failure = "";
}
