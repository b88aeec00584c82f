package com.acme.zephyr;

import java.util.Timer;
import java.util.TimerTask;

public class Zephyr implements AutoCloseable {
  private final Timer timer = new Timer("zephyr", false);

  public void blow(Runnable wind) {
    timer.schedule(new TimerTask() {
      @Override
      public void run() {
        wind.run();
      }
    }, 1_000);
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
