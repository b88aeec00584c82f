package dev.lastcall.endings;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;

/** A flush target that passes its rehearsal and hangs when it counts. */
final class HangingTarget implements FlushTarget {
  @Override
  public void flush(Deadline deadline) {
    Misdeeds.hangDeaf();
  }

  @Override
  public void rehearse(Deadline deadline) {
    System.out.println("hung rehearsed");
  }
}
