package com.acme.raft;

public final class Raft {
  public static void main(String[] args) throws InterruptedException {
    Thread worker = new Thread(() -> System.out.println("rowing"));
    Thread hook = new Thread(() -> {
      worker.interrupt();
      System.err.println("raft is ashore");
    });
    Runtime.getRuntime().addShutdownHook(hook);
    worker.start();
    worker.join();
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
