package dev.lastcall.endings;

import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A flight-recorder event that a cleanup commits. */
@Name("dev.lastcall.endings.Narrated")
@StackTrace(false)
final class NarratedEvent extends Event {
  final int line;

  NarratedEvent(int line) {
    this.line = line;
  }
}
