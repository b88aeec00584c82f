package dev.lastcall.runtime;

import dev.lastcall.api.Finding;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collects findings, each once, in the order in which they were made. Thread-safe. */
final class Findings {
  private final CopyOnWriteArrayList<Finding> all = new CopyOnWriteArrayList<>();

  void add(Finding finding) {
    all.addIfAbsent(finding);
  }

  void addAll(List<Finding> findings) {
    all.addAllAbsent(findings);
  }

  List<Finding> list() {
    return List.copyOf(all);
  }
}
