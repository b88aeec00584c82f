package dev.lastcall.recorder;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.ExitPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an exit would do, as one record: of a large plan the first nodes and how many there are.
 *
 * <p>Names of predecessors are indexes into the nodes before, so that a plan of 100 000 nodes keeps
 * some thousands of them in 256 KiB. Without the findings, which the report has, and without the
 * identities of the audit, which has its own journal.
 *
 * @param plan the nodes that were kept
 * @param nodes how many there are in all
 */
record PlanRecord(ExitPlan plan, int nodes) {
  /** What a count can say. */
  private static final int MOST = 0xFFFF;

  private static final int LARGEST_INDEX = 10;
  private static final int FOR_THE_PATH = 1_024;

  static void write(ExitPlan plan, RecordBuffer out) {
    List<ExitPlan.Node> nodes = plan.nodes();
    out.time(plan.demanded()).time(plan.available()).word(plan.verdict()).number(nodes.size());
    Map<String, Integer> indexes = new HashMap<>();
    int place = out.slot();
    int kept = 0;
    while (kept < nodes.size()
        && kept < MOST
        && out.room() > FOR_THE_PATH
        && node(nodes.get(kept), indexes, out)) {
      indexes.put(nodes.get(kept).name(), kept);
      kept++;
    }
    out.fill(place, kept);
    path(plan.criticalPath(), indexes, out);
  }

  private static boolean node(ExitPlan.Node node, Map<String, Integer> indexes, RecordBuffer out) {
    int mark = out.length();
    out.text(node.name()).word(node.kind());
    out.time(node.timeout()).time(node.allotted()).time(node.latestStart());
    path(node.after(), indexes, out);
    boolean whole = out.room() > LARGEST_INDEX;
    if (!whole) {
      out.backTo(mark);
    }
    return whole;
  }

  private static void path(List<String> names, Map<String, Integer> indexes, RecordBuffer out) {
    int place = out.slot();
    int kept = 0;
    for (int i = 0; i < names.size() && kept < MOST && out.room() > LARGEST_INDEX; i++) {
      Integer index = indexes.get(names.get(i));
      if (index != null) {
        out.number(index);
        kept++;
      }
    }
    out.fill(place, kept);
  }

  static PlanRecord read(RecordInput in) {
    Duration demanded = in.time();
    Duration available = in.time();
    ExitPlan.Verdict verdict = in.word(ExitPlan.Verdict.class);
    int all = in.smallNumber();
    List<ExitPlan.Node> nodes = new ArrayList<>();
    int count = in.count();
    for (int i = 0; i < count; i++) {
      nodes.add(node(in, nodes));
    }
    return new PlanRecord(
        new ExitPlan(nodes, names(in, nodes), demanded, available, verdict, List.of()), all);
  }

  private static ExitPlan.Node node(RecordInput in, List<ExitPlan.Node> before) {
    String name = in.text();
    CleanupKind kind = in.word(CleanupKind.class);
    Duration timeout = in.time();
    Duration allotted = in.time();
    Duration latestStart = in.time();
    return new ExitPlan.Node(
        name, kind, names(in, before), timeout, allotted, latestStart, Optional.empty());
  }

  private static List<String> names(RecordInput in, List<ExitPlan.Node> nodes) {
    return in.list(
        () -> {
          int index = in.smallNumber();
          if (index >= nodes.size()) {
            throw new IllegalArgumentException("node " + index);
          }
          return nodes.get(index).name();
        });
  }
}
