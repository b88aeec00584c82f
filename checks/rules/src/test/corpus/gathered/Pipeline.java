package com.acme.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

public final class Pipeline {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<Runnable> stages = new ArrayList<>();
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final Thread thread = new Thread(this::run, "pipeline");

  public Pipeline() {
    stages.add(this::read);
    undo.push(() -> System.err.println("undone"));
    undo.push(this::leave);
    Runtime.getRuntime().addShutdownHook(new Thread(this::unwind));
    thread.start();
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      stages.forEach(Runnable::run);
    }
  }

  private void read() {
    try {
      System.out.println(lines.take());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void unwind() {
    for (Runnable step = undo.poll(); step != null; step = undo.poll()) {
      step.run();
    }
  }

  private void leave() {
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
