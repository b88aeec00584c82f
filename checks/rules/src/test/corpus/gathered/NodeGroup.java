package com.acme.nodegroup;

import dev.lastcall.defer.DeferScope;
import java.util.ArrayList;
import java.util.List;

public class NodeGroup {
  private final List<Node> nodes = new ArrayList<>();

  public void start(int count) {
    for (int i = 0; i < count; i++) {
      nodes.add(new Node(i));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> nodes.forEach(Node::leave)));
  }

  public void ping() {
    for (Node node : nodes) {
      try (DeferScope scope = DeferScope.open()) {
        node.enter();
        scope.defer(node::leave);
      }
    }
  }

  private record Node(int id) {
    void enter() {
      System.out.println("enter " + id);
    }

    void leave() {
      System.out.println("leave " + id);
    }
  }
}
