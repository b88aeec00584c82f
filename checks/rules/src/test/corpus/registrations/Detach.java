package com.acme.detach;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public class Detach {
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();

  public void attach() {
    Runtime.getRuntime().addShutdownHook(hook());
  }

  public boolean detach() {
    return Runtime.getRuntime().removeShutdownHook(hook());
  }

  private Thread hook() {
    return new Thread(() -> actions.forEach(Runnable::run));
  }
}
