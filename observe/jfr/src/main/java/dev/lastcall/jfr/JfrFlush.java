package dev.lastcall.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** One flush target, when it has been flushed. */
@Name("dev.lastcall.Flush")
@Label("Flush")
@Description("One flush target, when it has been flushed")
@Category("Lastcall")
@StackTrace(false)
final class JfrFlush extends Event {
  @Label("Target")
  String target = "";

  @Label("Outcome")
  String outcome = "";

  @Label("Elapsed")
  @Timespan(Timespan.NANOSECONDS)
  long elapsed;

  @Label("Failure")
  String failure = "";
}
