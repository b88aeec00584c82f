package com.acme.chapel;

import jakarta.annotation.PreDestroy;

public class Chapel {
  private static final class Organist {
    private boolean playing = true;

    void exit() {
      playing = false;
    }
  }

  private final Organist organist = new Organist();

  @PreDestroy
  void close() {
    organist.exit();
    System.err.println(organist.playing);
  }
}
