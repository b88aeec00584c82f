package dev.lastcall.exit;

import dev.lastcall.api.NodeState;
import dev.lastcall.api.Registration;

/** The handle of a cleanup in an exit graph. Thread-safe. */
final class GraphRegistration implements Registration {
  private final ExitGraph graph;
  private final String name;
  private volatile boolean withdrawn;

  GraphRegistration(ExitGraph graph, String name) {
    this.graph = graph;
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  /** A withdrawn cleanup stays where it was: registered. */
  @Override
  public NodeState state() {
    return withdrawn ? NodeState.REGISTERED : graph.state(name);
  }

  /** Synchronized, because a second call must not withdraw a later cleanup of the same name. */
  @Override
  public synchronized void close() {
    withdrawn = withdrawn || graph.withdraw(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
