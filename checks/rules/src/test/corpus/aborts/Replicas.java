package com.example.replicas;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

class Replicas {
  private final List<Closeable> replicas;
  private Closeable primary;

  Replicas(List<Closeable> replicas, Closeable primary) {
    this.replicas = replicas;
    this.primary = primary;
  }

  void closeFirst() throws IOException {
    for (Closeable replica : replicas) {
      if (replica != primary) {
        replica.close();
        return;
      }
    }
  }

  void swap(Closeable next) throws IOException {
    Closeable old = primary;
    primary = next;
    old.close();
  }

  void shutdown(boolean fast) throws IOException {
    if (fast) {
      primary.close();
    } else {
      replicas.get(0).close();
    }
  }
}
