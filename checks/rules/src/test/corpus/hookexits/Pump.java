package com.acme.pump;

public final class Pump {
  private volatile boolean ok;

  public static void main(String[] args) {
    Pump pump = new Pump();
    Runtime.getRuntime().addShutdownHook(new Thread(pump::stop));
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
      failure.printStackTrace();
      System.exit(70);
    });
    int code = pump.run(args);
    System.exit(code);
  }

  private int run(String[] args) {
    ok = args.length > 0;
    return ok ? 0 : 1;
  }

  private void stop() {
    if (!ok) {
      System.err.println("pump ended early");
    }
  }
}
