package com.acme.cameras;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;

public class Cameras {
  private Closeable stream;

  public void start(Supplier<Closeable> source) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    stream = source.get();
  }

  private void end() {
    try {
      stream.close();
    } catch (IOException e) {
      System.err.println("camera: " + e.getMessage());
    }
  }
}
