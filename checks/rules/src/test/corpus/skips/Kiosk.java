package com.acme.kiosk;

import java.io.FileWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

public final class Kiosk {
  public static void main(String[] args) {
    try (FileWriter log = new FileWriter("kiosk.log", true)) {
      log.write("sold\n");
      log.flush();
      log.close();
      System.exit(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void watch(Thread thread) {
    try {
      thread.start();
    } finally {
      System.out.println("watching");
    }
    thread.setUncaughtExceptionHandler((t, e) -> System.exit(1));
  }
}
