package dev.lastcall.exit;

import dev.lastcall.api.NodeState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The states of all nodes, one {@code int} each; a state only ever moves forward.
 *
 * <pre>
 *   PENDING ──register──► REGISTERED ──release, once for each thing waited for──► READY
 *                              │                                                   │ begin
 *                              │ skip                                          RUNNING
 *                              └──────────────► EXECUTED ◄── skip, end ────────────┘
 * </pre>
 *
 * <p>The word of a registered node is the number of things that it still waits for, so that the
 * release of the last one is its step to {@code READY}, in one instruction and on exactly one
 * thread. Every other step is a compare-and-set, and tells whether this caller made it. Thread-safe
 * and lock-free.
 */
final class NodeStates {
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(int[].class);
  private static final int READY = 0;
  private static final int PENDING = -1;
  private static final int RUNNING = -2;

  /** Far below, because a skipped node is still released by its predecessors; those change it. */
  private static final int EXECUTED = Integer.MIN_VALUE / 2;

  private final int[] words;

  /** Creates the states of nodes that are all pending. */
  NodeStates(int size) {
    words = new int[size];
    Arrays.fill(words, PENDING);
  }

  /**
   * Moves a node from pending to registered, or to ready if it waits for nothing; not atomic,
   * because it is done before the states are shared.
   *
   * @param waitsFor how many releases make it ready
   */
  boolean register(int node, int waitsFor) {
    boolean isPending = words[node] == PENDING;
    if (isPending) {
      words[node] = waitsFor;
    }
    return isPending;
  }

  /** Takes one thing off what a node waits for; true for the one call that made it ready. */
  boolean release(int node) {
    return (int) WORD.getAndAdd(words, node, -1) == READY + 1;
  }

  /** Tells whether a node waits for one thing only. */
  boolean waitsForOne(int node) {
    return (int) WORD.getVolatile(words, node) == READY + 1;
  }

  /** Takes the only thing off what a node waits for and moves it through ready to running. */
  boolean releaseAndBegin(int node) {
    return WORD.compareAndSet(words, node, READY + 1, RUNNING);
  }

  /** Moves a node from ready to running. */
  boolean begin(int node) {
    return WORD.compareAndSet(words, node, READY, RUNNING);
  }

  /** Moves a node from running to executed. */
  boolean end(int node) {
    return WORD.compareAndSet(words, node, RUNNING, EXECUTED);
  }

  /** Moves a node that is registered or ready to executed, without running it. */
  boolean skip(int node) {
    int word = (int) WORD.getVolatile(words, node);
    while (word >= READY) {
      int seen = (int) WORD.compareAndExchange(words, node, word, EXECUTED);
      if (seen == word) {
        return true;
      }
      word = seen;
    }
    return false;
  }

  /** Returns where a node stands. */
  NodeState state(int node) {
    int word = (int) WORD.getVolatile(words, node);
    if (word > READY) {
      return NodeState.REGISTERED;
    }
    return switch (word) {
      case READY -> NodeState.READY;
      case PENDING -> NodeState.PENDING;
      case RUNNING -> NodeState.RUNNING;
      default -> NodeState.EXECUTED;
    };
  }
}
