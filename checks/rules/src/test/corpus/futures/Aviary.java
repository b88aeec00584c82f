package com.acme.aviary;

import io.smallrye.mutiny.Uni;
import io.quarkus.runtime.Shutdown;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Aviary {
  private final Uni<Void> release;

  Aviary(Uni<Void> release) {
    this.release = release;
  }

  @Shutdown
  void open() {
    release.onItem().invoke(() -> System.err.println("released")).await().indefinitely();
  }
}
