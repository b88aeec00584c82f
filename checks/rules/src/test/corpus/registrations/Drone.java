package com.acme.drone;

public final class Drone {
  private final Thread rotor = new Thread(() -> System.out.println("flying"), "rotor");
  private final Thread landing = new Thread(rotor::interrupt, "landing");

  public void start() {
    rotor.start();
    Runtime.getRuntime().addShutdownHook(landing);
  }
}
