package com.acme.aqueduct;

import dev.lastcall.runtime.Lastcall;

public final class Aqueduct {
  interface Pump {
    void stop();

    int pressure();
  }

  private Pump pump;

  public void open(Lastcall lastcall, Pump first) {
    pump = first;
    lastcall.defer("pump", pump::stop);
    watch();
  }

  private void watch() {
    if (pump.pressure() < 1) {
      pump = replacement();
    }
  }

  private static Pump replacement() {
    return new Pump() {
      @Override
      public void stop() {
        System.err.println("replacement stopped");
      }

      @Override
      public int pressure() {
        return 1;
      }
    };
  }
}
