package dev.lastcall.exit;

import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupContext;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.TraceContext;

/** The one call of what the user registered. */
final class UserCode {
  private UserCode() {}

  /** Runs the action of a node that has begun, under the trace of whoever registered it. */
  static void run(Nodes nodes, int node, RunLog log, Deadline.Ticker ticker) throws Exception {
    TraceContext.Captured trace = nodes.trace(node);
    if (trace == null) {
      call(nodes, node, log, ticker, "");
      return;
    }
    TraceContext.Restored restored = trace.restore();
    try (restored) {
      call(nodes, node, log, ticker, trace.traceId());
    }
  }

  /** Makes a context only for who looks at it. */
  private static void call(
      Nodes nodes, int node, RunLog log, Deadline.Ticker ticker, String traceId) throws Exception {
    Cleanup action = nodes.action(node);
    if (action instanceof PlainCleanup plain) {
      plain.run();
    } else {
      Deadline due = Deadline.at(log.dueNanos(node), ticker);
      action.run(new CleanupContext(nodes.name(node), due, traceId));
    }
  }
}
