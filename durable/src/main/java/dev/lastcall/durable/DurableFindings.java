package dev.lastcall.durable;

import dev.lastcall.api.Finding;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps what a person should know, the newest of it, and tells it on. Thread-safe. */
final class DurableFindings {
  private static final int MOST = 100;

  private final Consumer<Finding> receiver;
  private final ArrayDeque<Finding> findings = new ArrayDeque<>();
  private final Set<String> said = new HashSet<>();

  DurableFindings(Consumer<Finding> receiver) {
    this.receiver = receiver;
  }

  void add(Finding finding) {
    synchronized (findings) {
      if (findings.size() == MOST) {
        findings.removeFirst();
      }
      findings.addLast(finding);
    }
    try {
      receiver.accept(finding);
    } catch (Throwable itsOwnFault) {
      // Who is told must not throw; the finding is kept here all the same.
    }
  }

  /** Adds the finding if nothing was said under that key before; made only then. */
  void addOnce(String key, Finding finding) {
    synchronized (findings) {
      if (!said.add(key)) {
        return;
      }
    }
    add(finding);
  }

  List<Finding> list() {
    synchronized (findings) {
      return List.copyOf(findings);
    }
  }
}
