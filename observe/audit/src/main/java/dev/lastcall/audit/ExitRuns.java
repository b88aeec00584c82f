package dev.lastcall.audit;

import dev.lastcall.api.AuditIdentity;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.Outcome;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Puts the audited cleanups of the exit on record. Thread-safe. */
final class ExitRuns {
  private final RunLog log;
  private final Map<String, AuditIdentity> identities = new ConcurrentHashMap<>();
  private final Map<String, AuditedRun> running = new ConcurrentHashMap<>();
  private volatile String reason = "";

  ExitRuns(RunLog log) {
    this.log = log;
  }

  void on(ExitEvent event) {
    if (event instanceof ExitEvent.ExitBegan began) {
      began(began.reason(), began.plan());
    } else if (event instanceof ExitEvent.CleanupBegan began) {
      AuditRun run = run(began.name(), began.traceId());
      if (run != null) {
        running.put(began.name(), AuditedRun.begin(log, run, reason));
      }
    } else if (event instanceof ExitEvent.CleanupEnded ended) {
      ended(ended.name(), ended.outcome());
    }
  }

  private void began(ExitReason why, ExitPlan plan) {
    reason = why.detail();
    for (ExitPlan.Node node : plan.nodes()) {
      node.audit().ifPresent(identity -> identities.put(node.name(), identity));
    }
  }

  private void ended(String name, Outcome outcome) {
    AuditedRun begun = running.remove(name);
    if (begun != null) {
      begun.ended(outcome);
      return;
    }
    AuditRun run = run(name, "");
    if (run != null) {
      AuditedRun.over(log, run, reason, outcome);
    }
  }

  private @Nullable AuditRun run(String name, String traceId) {
    AuditIdentity identity = identities.get(name);
    return identity == null ? null : new AuditRun(identity, name, 1, traceId);
  }
}
