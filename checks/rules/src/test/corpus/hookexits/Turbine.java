package com.acme.turbine;

import java.util.Optional;

public class Turbine {
  private final Optional<AutoCloseable> rotor;

  public Turbine(AutoCloseable rotor) {
    this.rotor = Optional.ofNullable(rotor);
    Thread hook = new Thread(new Brake());
    hook.setName("brake");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private final class Brake implements Runnable {
    @Override
    public void run() {
      rotor.ifPresentOrElse(
          open -> {
            try {
              open.close();
            } catch (Exception e) {
              System.err.println("rotor: " + e.getMessage());
              System.exit(3);
            }
          },
          () -> System.err.println("no rotor"));
    }
  }
}
