package com.acme.sled;

public final class Sled {
  private final Thread dogs = new Thread(() -> System.out.println("running"));

  public void go() {
    dogs.start();
  }

  public static Thread hook(Sled sled) {
    Thread hook = new Thread(sled.dogs::interrupt);
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }
}
