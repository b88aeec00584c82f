package com.acme.ticker;

public final class Ticker {
  private final Thread ticks;

  public Ticker() {
    ticks = new Thread(this::tick, "ticks");
    ticks.start();
    Runtime.getRuntime().addShutdownHook(ticks);
  }

  private void tick() {
    System.out.println("tick");
  }
}
