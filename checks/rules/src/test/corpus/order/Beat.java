package com.acme.beat;

import java.util.concurrent.ThreadFactory;

/** What a thread runs is told to stop, and then the thread is waited for. */
public class Beat implements AutoCloseable {
  private final Loop loop;
  private final Thread thread;

  public Beat(ThreadFactory threads) {
    loop = new Loop();
    thread = threads.newThread(loop);
    thread.start();
  }

  @Override
  public void close() {
    loop.stop();
    try {
      thread.join(2_000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Loop implements Runnable {
    private volatile boolean stopped;

    void stop() {
      stopped = true;
    }

    @Override
    public void run() {
      while (!stopped) {
        Thread.onSpinWait();
      }
    }
  }
}
