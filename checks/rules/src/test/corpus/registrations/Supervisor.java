package com.acme.supervisor;

import java.util.ArrayList;
import java.util.List;

public class Supervisor {
  private final List<Thread> children = new ArrayList<>();
  private final Thread reaper = new Thread(this::reap, "reaper");

  public void start(List<Runnable> work) {
    work.forEach(one -> children.add(new Thread(one)));
    children.forEach(Thread::start);
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  public void disarm() {
    Runtime.getRuntime().removeShutdownHook(reaper);
  }

  private void reap() {
    children.forEach(Thread::interrupt);
  }
}
