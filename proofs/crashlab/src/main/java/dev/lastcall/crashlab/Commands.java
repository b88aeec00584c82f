package dev.lastcall.crashlab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Runs small commands of the operating system. */
final class Commands {
  private Commands() {}

  static void run(String... command) {
    try {
      int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exitCode != 0) {
        throw new IllegalStateException(List.of(command) + " ended with " + exitCode);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + List.of(command), interrupt);
    }
  }
}
