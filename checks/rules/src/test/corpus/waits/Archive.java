package com.acme.archive;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

public final class Archive {
  public static void main(String[] args) throws IOException, InterruptedException {
    Process tar = new ProcessBuilder("tar", "cf", "a.tar", args[0]).start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      tar.destroy();
      try {
        if (!tar.waitFor(2, TimeUnit.SECONDS)) {
          tar.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }));
    System.exit(tar.waitFor());
  }
}
