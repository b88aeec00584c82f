package com.acme.brook;

public final class Brook implements AutoCloseable {
  private final Runnable last;
  private final Thread hook;
  private volatile boolean exiting;

  public Brook(Runnable last) {
    this.last = last;
    this.hook = new Thread(() -> {
      exiting = true;
      close();
    });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    last.run();
    if (!exiting) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
