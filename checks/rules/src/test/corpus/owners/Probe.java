package com.acme.probe;

import java.util.Timer;
import java.util.TimerTask;

public class Probe {
  private Timer timer;

  public void start(Runnable check) {
    timer = new Timer("probe");
    timer.schedule(new TimerTask() {
      @Override
      public void run() {
        check.run();
      }
    }, 0, 5_000);
  }

  public void pause() {
    timer = null;
  }
}
