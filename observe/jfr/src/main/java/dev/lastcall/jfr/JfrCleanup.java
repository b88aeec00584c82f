package dev.lastcall.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** One cleanup: of a named scope, of a named bounded call, or of the exit. */
@Name("dev.lastcall.Cleanup")
@Label("Cleanup")
@Description("One cleanup: of a named scope, of a named bounded call, or of the exit")
@Category("Lastcall")
@StackTrace(false)
final class JfrCleanup extends Event {
  @Label("Name")
  String name = "";

  @Label("Scope")
  @Description("The scope that it belongs to, empty if none")
  String scope = "";

  @Label("Depth")
  int depth;

  @Label("During Exit")
  boolean duringExit;

  @Label("Allotted")
  @Description("What it was given until it is interrupted, 0 if it had no bound")
  @Timespan(Timespan.NANOSECONDS)
  long allotted;

  @Label("Outcome")
  String outcome = "";

  @Label("Failure")
  @Description("What it threw, empty if nothing")
  String failure = "";

  @Label("Place")
  @Description("Where it was when its time was up, empty if it was in time")
  String place = "";

  @Label("Worker")
  @Description("The thread that ran it; who wrote the event may be another, if it was abandoned")
  String worker = "";

  @Label("Trace Id")
  @Description("The trace of the registering code, empty if none")
  String traceId = "";
}
