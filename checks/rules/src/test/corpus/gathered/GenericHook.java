package com.acme.generic;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;

public final class GenericHook<T extends Future<?>> {
  private final List<T> tasks = new ArrayList<>();

  public GenericHook<T> with(T task) {
    tasks.add(task);
    return this;
  }

  public void install() {
    Consumer<T> end = this::finish;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tasks.forEach(end)));
  }

  private void finish(T task) {
    try {
      task.get();
    } catch (java.util.concurrent.ExecutionException e) {
      System.err.println(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
