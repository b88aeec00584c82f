package dev.lastcall.exit;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A name that a cleanup is ordered after and that nobody registered.
 *
 * @param name the name
 * @param cleanups who is ordered after it
 */
record UnknownName(String name, List<String> cleanups) {
  /** Returns the unknown names that live nodes point at, in the order of those nodes. */
  static List<UnknownName> in(Nodes nodes) {
    if (nodes.pending() == 0) {
      return List.of();
    }
    Map<String, List<String>> cleanups = new LinkedHashMap<>();
    for (int node = 0; node < nodes.size(); node++) {
      if (nodes.isLive(node)) {
        collect(nodes, node, cleanups);
      }
    }
    List<UnknownName> unknown = new ArrayList<>();
    cleanups.forEach((name, names) -> unknown.add(new UnknownName(name, names)));
    return unknown;
  }

  private static void collect(Nodes nodes, int node, Map<String, List<String>> cleanups) {
    for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
      int predecessor = nodes.predecessor(edge);
      if (nodes.isPending(predecessor)) {
        cleanups
            .computeIfAbsent(nodes.name(predecessor), name -> new ArrayList<>())
            .add(nodes.name(node));
      }
    }
  }

  /** Returns the exception that refuses all of them. */
  static IllegalArgumentException refusal(List<UnknownName> unknown) {
    return new IllegalArgumentException(
        unknown.stream().map(UnknownName::text).collect(Collectors.joining("; ")));
  }

  /** Returns the finding where the name is not refused. */
  Finding finding() {
    return new Finding(
        "unknown-predecessor",
        Finding.Severity.WARNING,
        text(),
        "Register it or correct the name; an exit goes on as if it had ended.");
  }

  /** Returns what is wrong. */
  String text() {
    return Arguments.text("after", Refusals.quoted(name), "the name of a registered cleanup")
        + ", cleanup: "
        + String.join(", ", cleanups);
  }
}
