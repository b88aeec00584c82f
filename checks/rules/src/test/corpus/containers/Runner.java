package com.acme.runner;

import org.springframework.context.SmartLifecycle;

public class Runner implements SmartLifecycle {
  private enum State { NEW, RUNNING, STOPPED }

  private volatile State state = State.NEW;

  @Override
  public void start() {
    state = State.RUNNING;
  }

  @Override
  public void stop() {
    state = State.STOPPED;
    System.err.println("runner stopped");
  }

  @Override
  public boolean isRunning() {
    return state == State.RUNNING;
  }
}
