package com.acme.ward;

import java.util.ArrayList;
import java.util.List;

public final class Ward {
  private final List<Thread> hooks = new ArrayList<>();

  public void addShutdownHook(Thread hook) {
    hooks.add(hook);
  }

  public void end() {
    Thread last = new Thread(() -> System.err.println("ward closed"));
    addShutdownHook(last);
    hooks.forEach(Thread::start);
  }
}
