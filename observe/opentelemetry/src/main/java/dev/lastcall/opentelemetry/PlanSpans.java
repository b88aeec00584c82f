package dev.lastcall.opentelemetry;

import dev.lastcall.api.ExitPlan;
import io.opentelemetry.api.trace.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What spans say of a plan. */
final class PlanSpans {
  /** A graph may have 100 000 nodes, a span's attributes had better not. */
  private static final int MOST_CLEANUPS = 100;

  private PlanSpans() {}

  /** Writes a plan into a span. */
  static Span set(Span span, ExitPlan plan) {
    List<String> cleanups =
        plan.nodes().stream().limit(MOST_CLEANUPS).map(PlanSpans::words).toList();
    return span.setAttribute(Keys.CLEANUPS, cleanups)
        .setAttribute(Keys.COUNT, (long) plan.nodes().size())
        .setAttribute(
            Keys.CRITICAL_PATH, plan.criticalPath().stream().limit(MOST_CLEANUPS).toList())
        .setAttribute(Keys.DEMANDED_MS, plan.demanded().toMillis())
        .setAttribute(Keys.AVAILABLE_MS, plan.available().toMillis())
        .setAttribute(Keys.VERDICT, plan.verdict().words());
  }

  private static String words(ExitPlan.Node node) {
    String after = node.after().isEmpty() ? "" : " after " + String.join(", ", node.after());
    return node.name() + " within " + node.timeout() + after;
  }

  /** How many cleanups are in the longest row that ends with each. */
  static Map<String, Long> depths(ExitPlan plan) {
    Map<String, Long> depths = new HashMap<>();
    for (ExitPlan.Node node : plan.nodes()) { // each after all of its predecessors
      long before =
          node.after().stream().mapToLong(name -> depths.getOrDefault(name, 0L)).max().orElse(0);
      depths.put(node.name(), before + 1);
    }
    return Map.copyOf(depths);
  }
}
