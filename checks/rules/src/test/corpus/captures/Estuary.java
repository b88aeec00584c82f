package com.acme.estuary;

public final class Estuary {
  private final AutoCloseable gate;

  private final class Closing implements Runnable {
    private final boolean closed;

    Closing() {
      boolean done;
      try {
        gate.close();
        done = true;
      } catch (Exception e) {
        done = false;
      }
      closed = done;
    }

    @Override
    public void run() {
      System.err.println("closed " + closed);
    }
  }

  public Estuary(AutoCloseable gate) {
    this.gate = gate;
    Runtime.getRuntime().addShutdownHook(new Thread(new Closing()));
  }
}
