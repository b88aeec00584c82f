package dev.lastcall.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The watchdog interrupted a cleanup of the exit at its deadline. */
@Name("dev.lastcall.Interrupt")
@Label("Interrupt")
@Description("The watchdog interrupted a cleanup of the exit at its deadline")
@Category("Lastcall")
@StackTrace(false)
final class JfrInterrupt extends Event {
  @Label("Cleanup")
  String cleanup = "";

  @Label("Worker")
  String worker = "";

  @Label("Place")
  String place = "";

  @Label("Waited For")
  @Description("The lock or object that the thread waited for, empty if none")
  String waitedFor = "";

  @Label("Held By")
  @Description("The thread that held that lock, empty if nobody or not known")
  String heldBy = "";
}
