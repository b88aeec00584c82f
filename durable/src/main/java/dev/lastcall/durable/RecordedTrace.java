package dev.lastcall.durable;

import dev.lastcall.api.TraceContext;

/**
 * The trace of a dead process: its id is known, its context is gone.
 *
 * @param traceId the id, empty if there was none
 */
record RecordedTrace(String traceId) implements TraceContext.Captured {
  @Override
  public TraceContext.Restored restore() {
    return TraceContext.NoTrace.INSTANCE.restore();
  }
}
