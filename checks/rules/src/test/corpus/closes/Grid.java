package com.acme.grid;

import org.apache.ignite.Ignite;
import org.apache.ignite.Ignition;

public final class Grid extends Thread {
  private final Ignite ignite = Ignition.start();

  public void install() {
    Runtime.getRuntime().addShutdownHook(this);
  }

  @Override
  public void run() {
    System.err.println(ignite);
    Ignition.stopAll(false);
  }
}
