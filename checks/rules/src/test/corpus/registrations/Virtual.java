package com.acme.virtual;

public final class Virtual {
  public static void main(String[] args) {
    Runnable bye = () -> System.err.println("bye");
    Thread hook = Thread.ofPlatform().name("bye").start(bye);
    Runtime.getRuntime().addShutdownHook(hook);
  }
}
