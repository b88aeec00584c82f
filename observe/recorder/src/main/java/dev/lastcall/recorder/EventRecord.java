package dev.lastcall.recorder;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitReason;
import java.time.Instant;

/** Events of the exit as records; see {@link Kind}. Stateless. */
final class EventRecord {
  private EventRecord() {}

  /** Returns the kind of the record that an event becomes. */
  static int kind(ExitEvent event) {
    if (event instanceof ExitEvent.CleanupBegan) {
      return Kind.BEGAN;
    }
    if (event instanceof ExitEvent.CleanupEnded) {
      return Kind.ENDED;
    }
    if (event instanceof ExitEvent.PhaseBegan) {
      return Kind.PHASE;
    }
    if (event instanceof ExitEvent.CleanupInterrupted) {
      return Kind.INTERRUPTED;
    }
    if (event instanceof ExitEvent.TargetFlushed) {
      return Kind.FLUSHED;
    }
    if (event instanceof ExitEvent.ExitBegan) {
      return Kind.EXIT_BEGAN;
    }
    if (event instanceof ExitEvent.ExitEnded) {
      return Kind.EXIT_ENDED;
    }
    return event instanceof ExitEvent.Installed ? Kind.INSTALLED : Kind.READY;
  }

  /** Tells whether an event needs one of the large buffers. */
  static boolean isLarge(ExitEvent event) {
    return event instanceof ExitEvent.ExitBegan
        || event instanceof ExitEvent.Ready
        || event instanceof ExitEvent.ExitEnded;
  }

  /** Writes all of an event but its plan. */
  static void write(ExitEvent event, RecordBuffer out) {
    if (event instanceof ExitEvent.CleanupBegan began) {
      out.time(began.at()).text(began.name()).time(began.allotted()).text(began.traceId());
    } else if (event instanceof ExitEvent.CleanupEnded ended) {
      out.time(ended.at()).text(ended.name());
      OutcomeRecord.write(ended.outcome(), out);
    } else if (event instanceof ExitEvent.PhaseBegan phase) {
      out.time(phase.at()).word(phase.phase());
    } else if (event instanceof ExitEvent.CleanupInterrupted interrupted) {
      out.time(interrupted.at()).text(interrupted.name());
      OutcomeRecord.sample(interrupted.sample(), out);
    } else if (event instanceof ExitEvent.TargetFlushed flushed) {
      out.time(flushed.at()).text(flushed.name());
      OutcomeRecord.write(flushed.outcome(), out);
    } else if (event instanceof ExitEvent.ExitBegan began) {
      reason(Instant.now(), began.reason(), out);
    } else if (event instanceof ExitEvent.ExitEnded ended) {
      ReportRecord.write(ended.report(), out);
    } else if (event instanceof ExitEvent.Installed installed) {
      ReportRecord.process(installed.process(), installed.gracePeriod(), installed.mode(), out);
    }
  }

  static void reason(Instant beganAt, ExitReason reason, RecordBuffer out) {
    out.moment(beganAt).word(reason.door()).text(reason.detail());
  }
}
