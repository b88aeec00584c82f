package com.acme.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public final class Reader {
  private Process tail;

  public Reader() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::last));
  }

  private void last() {
    if (tail == null) {
      return;
    }
    tail.destroy();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(tail.getInputStream()))) {
      String line = lines.readLine();
      while (line != null) {
        System.err.println(line);
        line = lines.readLine();
      }
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }

  public void start() throws IOException {
    tail = new ProcessBuilder("tail", "-f", "log").start();
  }
}
