package dev.lastcall.defer;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.StackSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Work for tests: some actions under one bound, and a record of what became of each. */
class Pieces implements BoundedWork {
  final Map<Integer, Outcome> outcomes = new ConcurrentHashMap<>();
  final Map<Integer, StackSample> interrupts = new ConcurrentHashMap<>();
  final Map<Integer, String> threads = new ConcurrentHashMap<>();
  final AtomicInteger reports = new AtomicInteger();

  private final List<PlainCleanup> actions = new ArrayList<>();
  private final Map<Integer, PlainCleanup> forces = new ConcurrentHashMap<>();
  private final Map<Integer, Long> begins = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final Duration bound;
  private volatile BooleanSupplier isHeldBack = () -> false;
  private final Deadline deadline;

  Pieces(Duration bound, Deadline deadline) {
    this.bound = bound;
    this.deadline = deadline;
  }

  Pieces with(PlainCleanup action) {
    actions.add(action);
    return this;
  }

  Pieces forcedBy(PlainCleanup force) {
    forces.put(actions.size() - 1, force);
    return this;
  }

  Pieces heldBackBy(BooleanSupplier gate) {
    isHeldBack = gate;
    return this;
  }

  boolean isDone() {
    return outcomes.size() == actions.size();
  }

  @Override
  public Deadline deadline() {
    return deadline;
  }

  @Override
  public int take() {
    if (isHeldBack.getAsBoolean()) {
      return NONE;
    }
    int piece = next.get() < actions.size() ? next.getAndIncrement() : actions.size();
    return piece < actions.size() ? piece : NONE;
  }

  @Override
  public String name(int piece) {
    return "piece-" + piece;
  }

  @Override
  public long allottedNanos(int piece, long atNanos) {
    return bound.toNanos();
  }

  @Override
  public void began(int piece, long atNanos) {
    begins.put(piece, atNanos);
  }

  @Override
  public void run(int piece) throws Exception {
    threads.put(piece, Thread.currentThread().getName());
    actions.get(piece).run();
  }

  @Override
  public Optional<PlainCleanup> force(int piece) {
    return Optional.ofNullable(forces.get(piece));
  }

  @Override
  public void interrupted(int piece, StackSample sample) {
    interrupts.put(piece, sample);
  }

  @Override
  public int completed(int piece, long endedAtNanos) {
    ended(
        piece,
        endedAtNanos,
        new Outcome.Completed(
            Duration.ofNanos(endedAtNanos - begins.getOrDefault(piece, endedAtNanos))));
    return NONE;
  }

  @Override
  public void ended(int piece, long endedAtNanos, Outcome outcome) {
    reports.incrementAndGet();
    outcomes.put(piece, outcome);
  }

  @Override
  public boolean isReady() {
    return !isFinished();
  }

  @Override
  public boolean isFinished() {
    return next.get() >= actions.size();
  }
}
