package com.acme.either;

public final class Either {
  public static void run(Runnable work, boolean now) {
    Thread thread = new Thread(work);
    if (now) {
      thread.start();
    } else {
      Runtime.getRuntime().addShutdownHook(thread);
    }
  }

  public static void again(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    thread = new Thread(work);
    Runtime.getRuntime().addShutdownHook(thread);
  }
}
