package dev.lastcall.defer;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.StackSample;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** Work of one piece that takes some microseconds, and all that is reported of it. */
final class OnePiece implements BoundedWork {
  static final int LOOKS = 10_000;

  private static final Deadline DEADLINE = Deadline.at(Watched.FAR / 8, () -> 0);

  private final ConcurrentLinkedQueue<String> reports = new ConcurrentLinkedQueue<>();

  void report(String report) {
    reports.add(report);
  }

  String reports() {
    return String.join(" ", reports);
  }

  @Override
  public Deadline deadline() {
    return DEADLINE;
  }

  @Override
  public int take() {
    return NONE;
  }

  @Override
  public String name(int piece) {
    return "piece";
  }

  @Override
  public long allottedNanos(int piece, long atNanos) {
    return 1_000;
  }

  @Override
  public void began(int piece, long atNanos) {}

  @Override
  public void run(int piece) {
    int looks = ThreadLocalRandom.current().nextInt(LOOKS);
    for (int i = 0; i < looks; i++) {
      Thread.onSpinWait();
    }
  }

  @Override
  public Optional<PlainCleanup> force(int piece) {
    return Optional.empty();
  }

  @Override
  public void interrupted(int piece, StackSample sample) {}

  @Override
  public int completed(int piece, long endedAtNanos) {
    report("completed");
    return NONE;
  }

  @Override
  public void ended(int piece, long endedAtNanos, Outcome outcome) {
    report(outcome.word());
  }

  @Override
  public boolean isReady() {
    return false;
  }

  @Override
  public boolean isFinished() {
    return true;
  }
}
