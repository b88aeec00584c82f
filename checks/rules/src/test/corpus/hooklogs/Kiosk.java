package com.acme.kiosk;

import java.lang.System.Logger.Level;

final class Kiosk extends Thread {
  private static final System.Logger LOG = System.getLogger("kiosk");

  static void install() {
    Runtime.getRuntime().addShutdownHook(new Kiosk());
  }

  @Override
  public void run() {
    LOG.log(Level.INFO, () -> "kiosk closes");
  }
}
