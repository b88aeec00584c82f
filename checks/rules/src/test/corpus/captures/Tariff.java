package com.acme.tariff;

public final class Tariff {
  private final String zone;

  public Tariff(String zone) {
    this.zone = zone;
    String shown = zone.strip();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println("tariff " + shown)));
  }

  public String zone() {
    return zone;
  }
}
