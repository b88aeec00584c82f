package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Check;
import dev.lastcall.source.Facts;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds cleanup that waits for a thread, a latch, a lock or a process without a limit. */
final class UnboundedWait implements Check {
  private static final Rule RULE =
      new Rule(
          "LC0201",
          "unbounded-wait-in-cleanup",
          Severity.ERROR,
          "Cleanup waits for something without a limit.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    if (unit.places().isEmpty()) {
      return;
    }
    for (Call call : unit.calls().all()) {
      Optional<Facts.Fact> fact = UnboundedWaits.fact(unit, "wait", call);
      if (fact.isPresent()) {
        report(unit, call, Awaited.subject(fact.get(), call), "without a limit", findings);
      } else if (isFullQueue(unit, call)) {
        report(unit, call, call.receiver(), "for room without a limit", findings);
      } else if (Bounds.isZeroForEver(unit, call)) {
        report(unit, call, call.receiver(), "without a limit, because 0 means for ever", findings);
      }
    }
  }

  /** {@code put} waits only if the queue can be full. */
  private static boolean isFullQueue(SourceUnit unit, Call call) {
    boolean put =
        call.name().equals("put")
            || call.name().equals("putFirst")
            || call.name().equals("putLast");
    if (!put || call.receiver().isEmpty() || !call.isOn("java.util.concurrent.BlockingQueue")) {
      return false;
    }
    for (ExpressionTree origin : unit.values().origins(call.receiver().get())) {
      if (origin instanceof NewClassTree queue && isBounded(unit, queue)) {
        return true;
      }
    }
    return call.isOn("java.util.concurrent.ArrayBlockingQueue");
  }

  private static boolean isBounded(SourceUnit unit, NewClassTree queue) {
    if (unit.types()
        .is(
            queue,
            "java.util.concurrent.ArrayBlockingQueue",
            "java.util.concurrent.SynchronousQueue")) {
      return true;
    }
    boolean linked =
        unit.types()
            .is(
                queue,
                "java.util.concurrent.LinkedBlockingQueue",
                "java.util.concurrent.LinkedBlockingDeque");
    return linked
        && !queue.getArguments().isEmpty()
        && unit.types().of(queue.getArguments().get(0)).contains("int")
        && unit.amounts()
            .number(queue.getArguments().get(0))
            .filter(size -> size.bitLength() > 30)
            .isEmpty();
  }

  private static void report(
      SourceUnit unit,
      Call call,
      Optional<ExpressionTree> subject,
      String how,
      Consumer<Finding> findings) {
    UnboundedWaits.reach(unit, call, subject)
        .map(
            reach ->
                UnboundedWaits.finding(unit, RULE, call, reach, call.name() + "() waits " + how))
        .ifPresent(findings);
  }
}
