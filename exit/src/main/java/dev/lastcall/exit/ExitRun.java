package dev.lastcall.exit;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.NodeState;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.StackSample;
import dev.lastcall.defer.BoundedWork;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * One run of a sealed graph: hands out ready nodes, notes how they end and readies their
 * successors.
 *
 * <p>A node is ready when the last of its predecessors has ended, however that ended. The thread
 * that ends a node goes on with the best ready one, so threads are woken only for what is ready
 * beyond that. Nothing recurses along the graph, nothing takes a lock. Every node gets exactly one
 * outcome, because only the caller that moved its state to {@code EXECUTED} decides it. The run is
 * over when every node without successors has ended, or at the deadline. Thread-safe.
 */
final class ExitRun implements BoundedWork {
  /** What is over so soon says nothing about what should come next; to go on is cheapest. */
  private static final long SHORT_NANOS = 5_000;

  private final Nodes nodes;
  private final Schedule schedule;
  private final NodeStates states;
  private final ReadyQueue queue;
  private final RunLog log;
  private final Events events;
  private final Blame blame;
  private final Deadline deadline;
  private final IntConsumer wake;
  private final AtomicInteger openEnds;
  private final Thread caller = Thread.currentThread();
  private final int shortTicks;
  private volatile boolean over;

  /**
   * Creates a run of which the calling thread awaits the end.
   *
   * @param wake is told how many nodes became ready at once
   */
  ExitRun(Nodes nodes, Schedule schedule, RunLog log, Events events, IntConsumer wake) {
    this.nodes = nodes;
    this.schedule = schedule;
    this.states = new NodeStates(nodes.size());
    this.queue = new ReadyQueue(nodes.size());
    this.log = log;
    this.events = events;
    this.blame = new Blame(nodes, schedule.successors());
    this.deadline = schedule.deadline();
    this.wake = wake;
    this.shortTicks = schedule.scale().ticks(SHORT_NANOS);
    this.openEnds = new AtomicInteger(register());
  }

  /** Registers all nodes and readies the first; returns how many have no successor. */
  private int register() {
    int last = 0;
    for (int node = 0; node < nodes.size(); node++) {
      if (nodes.isPending(node)) {
        continue;
      }
      last += schedule.successors().isLast(node) ? 1 : 0;
      int waitsFor = nodes.pending() == 0 ? nodes.predecessors(node) : known(node);
      states.register(node, waitsFor);
      if (waitsFor == 0) {
        queue.add(schedule.rank(node));
      }
    }
    return last;
  }

  /** Returns how many predecessors of a node are registered. */
  private int known(int node) {
    int count = 0;
    for (int edge = nodes.firstEdge(node); edge != Nodes.NONE; edge = nodes.nextEdge(edge)) {
      count += nodes.isPending(nodes.predecessor(edge)) ? 0 : 1;
    }
    return count;
  }

  /** Returns where the nodes stand. */
  NodeStates states() {
    return states;
  }

  /** Tells whether every node has ended. */
  boolean isComplete() {
    return openEnds.get() == 0;
  }

  /** Hands out nothing any more. */
  void stop() {
    over = true;
  }

  /** Tells whether a cleanup runs. */
  boolean isAnyRunning() {
    for (int node = 0; node < nodes.size(); node++) {
      if (states.state(node) == NodeState.RUNNING) {
        return true;
      }
    }
    return false;
  }

  /** Ends the stopped run: what runs is left behind, what has not begun is skipped. */
  void close(long atNanos) {
    for (int node = 0; node < nodes.size(); node++) {
      if (states.skip(node)) {
        log.begin(node, atNanos);
        log.end(node, atNanos);
        decide(node, Outcomes.TOO_LATE);
      } else if (states.end(node)) {
        if (!log.hasRun(node)) {
          log.begin(node, atNanos);
        }
        log.end(node, atNanos);
        decide(node, Outcomes.abandoned(nodes, node, log, schedule.scale()));
      }
    }
  }

  private void decide(int node, Outcome outcome) {
    if (nodes.isLive(node)) {
      log.decide(node, outcome);
      events.ended(nodes, node, log);
    }
  }

  @Override
  public Deadline deadline() {
    return deadline;
  }

  @Override
  public int take() {
    int rank = over ? ReadyQueue.NONE : queue.take();
    while (rank != ReadyQueue.NONE) {
      int node = schedule.node(rank);
      int origin = blame.of(node);
      if (origin == NONE && nodes.isLive(node)) {
        if (states.begin(node)) {
          return node;
        }
      } else if (states.skip(node)) {
        pass(node, origin);
      }
      rank = over ? ReadyQueue.NONE : queue.take();
    }
    return NONE;
  }

  /** Goes past a node that does nothing: a withdrawn one, or one whose predecessors failed it. */
  private void pass(int node, int origin) {
    log.pass(node);
    if (origin != NONE && nodes.isLive(node)) {
      decide(node, Outcomes.skipped(nodes, origin, log));
      blame.pass(node, node);
    } else if (origin != NONE) {
      blame.pass(node, origin);
    }
    releaseSuccessors(node, false);
  }

  @Override
  public String name(int piece) {
    return nodes.name(piece);
  }

  @Override
  public long allottedNanos(int piece, long atNanos) {
    int ticks = schedule.allotted(piece, atNanos);
    log.allot(piece, ticks);
    return schedule.scale().nanos(ticks);
  }

  @Override
  public void began(int piece, long atNanos) {
    log.begin(piece, atNanos);
    events.began(nodes, piece, log);
  }

  @Override
  public void run(int piece) throws Exception {
    UserCode.run(nodes, piece, log, deadline.ticker());
  }

  @Override
  public Optional<PlainCleanup> force(int piece) {
    return nodes.spec(piece).force();
  }

  @Override
  public void interrupted(int piece, StackSample sample) {
    if (states.state(piece) == NodeState.RUNNING) {
      events.interrupted(nodes.name(piece), sample, deadline.ticker().nanos());
    }
  }

  @Override
  public int completed(int piece, long endedAtNanos) {
    log.end(piece, endedAtNanos); // before the state, so that who sees that sees the time
    if (!states.end(piece)) {
      return NONE;
    }
    events.ended(nodes, piece, log);
    return releaseSuccessors(piece, log.hasRunFor(piece, shortTicks));
  }

  @Override
  public void ended(int piece, long endedAtNanos, Outcome outcome) {
    log.propose(piece, outcome);
    log.end(piece, endedAtNanos);
    if (!states.end(piece)) {
      return; // and whoever ended it decides over what was proposed
    }
    events.ended(nodes, piece, log);
    blame.pass(piece, piece);
    releaseSuccessors(piece, false);
  }

  /**
   * Releases what comes after a node.
   *
   * @param goesOn whether the calling thread takes one of them itself
   * @return which one, {@link #NONE} if none
   */
  private int releaseSuccessors(int node, boolean goesOn) {
    Successors successors = schedule.successors();
    int end = successors.end(node);
    int next = NONE;
    int ready = 0;
    for (int i = successors.begin(node); i < end; i++) {
      int successor = successors.at(i);
      if (goesOn && next == NONE && begins(successor)) {
        log.readyAfter(successor, node);
        next = successor;
        ready++;
      } else if (states.release(successor)) {
        log.readyAfter(successor, node);
        queue.add(schedule.rank(successor));
        ready++;
      }
    }
    if (ready > 0) {
      wakeFor(ready);
    } else if (successors.isLast(node) && openEnds.decrementAndGet() == 0) {
      over = true;
      LockSupport.unpark(caller);
    }
    return next;
  }

  /** Without memory to wake others this thread, or who replaces it, takes all that is ready. */
  private void wakeFor(int ready) {
    try {
      wake.accept(ready);
    } catch (OutOfMemoryError e) {
      // they wake for the next ones
    }
  }

  /**
   * Begins the only node that is left to release, unless the deadline has passed; whoever is last
   * to release a node sees what the others blamed on it.
   */
  private boolean begins(int node) {
    return !over
        && states.waitsForOne(node)
        && blame.of(node) == NONE
        && nodes.isLive(node)
        && states.releaseAndBegin(node);
  }

  @Override
  public boolean isReady() {
    return !over && !queue.isEmpty();
  }

  @Override
  public boolean isFinished() {
    return over;
  }
}
