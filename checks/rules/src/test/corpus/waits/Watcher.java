package com.acme.watch;

import java.util.concurrent.CountDownLatch;

public final class Watcher {
  private final CountDownLatch stop = new CountDownLatch(1);

  public static void main(String[] args) throws InterruptedException {
    Watcher watcher = new Watcher();
    Runtime.getRuntime().addShutdownHook(new Thread(watcher.stop::countDown));
    watcher.serve();
  }

  private void serve() throws InterruptedException {
    System.out.println("serving");
    stop.await();
    System.out.println("bye");
  }
}
