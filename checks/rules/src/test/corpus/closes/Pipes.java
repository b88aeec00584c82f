package com.acme.pipes;

import java.util.ArrayDeque;
import java.util.Deque;

final class Pipes implements AutoCloseable {
  interface Producer {
    void close();
  }

  static class Scheduler {
    void shutdown(boolean wait) {}
  }

  private final Deque<Producer> producers = new ArrayDeque<>();
  private final Scheduler scheduler = new Scheduler();

  @Override
  public void close() {
    for (Producer producer : producers) {
      producer.close();
    }
    scheduler.shutdown(true);
  }
}
