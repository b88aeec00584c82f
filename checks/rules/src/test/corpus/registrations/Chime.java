package com.acme.chime;

public class Chime extends Thread {
  public Chime() {
    super("chime");
    setDaemon(true);
  }

  public static Chime ring() {
    Chime chime = new Chime();
    Runtime.getRuntime().addShutdownHook(chime);
    chime.start();
    return chime;
  }

  @Override
  public void run() {
    System.out.println("ding");
  }
}
