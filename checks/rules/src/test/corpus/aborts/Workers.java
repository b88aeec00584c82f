package com.acme.workers;

import java.util.List;

public class Workers implements AutoCloseable {
  static final class Worker {
    private final String name;

    Worker(String name) {
      this.name = name;
    }

    void stop() {
      if (name.isEmpty()) {
        throw new IllegalStateException("worker without a name");
      }
      System.out.println(name);
    }
  }

  private final List<Worker> workers = List.of(new Worker("a"), new Worker("b"));

  @Override
  public void close() {
    for (Worker worker : workers) {
      worker.stop();
    }
  }
}
