package com.acme.manyhooks;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public final class ManyHooks {
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  public static void main(String[] args) {
    ManyHooks hooks = new ManyHooks();
    atEnd(() -> System.err.println("ending"), hooks::last);
    hooks.answers.add(String.join(" ", args));
  }

  private static void atEnd(Runnable... actions) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      for (Runnable action : actions) {
        action.run();
      }
    }));
  }

  private void last() {
    try {
      System.err.println(answers.take());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
