package dev.lastcall.defer;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one watchdog watches: anyone adds, lock-free; only the eyes remove.
 *
 * <p>Walking needs no allocation. Thread-safe with one remover.
 */
final class WatchedList {
  private final AtomicReference<@Nullable Node> head = new AtomicReference<>();

  void add(Watched watched) {
    Node node = new Node(watched);
    do {
      node.next = head.get();
    } while (!head.compareAndSet(node.next, node));
  }

  @Nullable Node first() {
    return head.get();
  }

  /** Eyes: takes out what is gone. */
  void prune() {
    Node before = null;
    for (Node node = head.get(); node != null; node = node.next) {
      if (!node.watched.isGone()) {
        before = node;
      } else if (before != null) {
        before.next = node.next;
      } else if (!head.compareAndSet(node, node.next)) {
        return; // something was added before it; there will be a next time
      }
    }
  }

  /** One watched thing. */
  static final class Node {
    final Watched watched;
    @Nullable volatile Node next;

    private Node(Watched watched) {
      this.watched = watched;
    }
  }
}
