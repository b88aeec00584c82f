package com.acme.usher;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

@Singleton
class Usher {
  private int guests;

  void welcome() {
    guests++;
  }

  @PreDestroy
  void goodbye() {
    System.err.println(guests + " guests");
  }
}
