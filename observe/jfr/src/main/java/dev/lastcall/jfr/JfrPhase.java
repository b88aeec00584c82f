package dev.lastcall.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One phase of the exit. */
@Name("dev.lastcall.Phase")
@Label("Exit Phase")
@Description("One phase of the exit: drain, clean, flush or report")
@Category("Lastcall")
@StackTrace(false)
final class JfrPhase extends Event {
  @Label("Name")
  String name = "";
}
