package com.acme.canal;

import java.util.function.Supplier;

public final class Canal {
  private final Supplier<Thread> hooks = () -> new Thread(() -> System.err.println("canal closed"));
  private final Thread hook = hooks.get();

  public void open() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  public boolean forget() {
    return Runtime.getRuntime().removeShutdownHook(hook);
  }
}
