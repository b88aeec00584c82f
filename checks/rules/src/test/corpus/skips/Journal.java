package com.acme.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

public final class Journal {
  private enum Command { ADD, QUIT }

  public static void main(String[] args) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(Path.of("journal"))) {
      for (String arg : args) {
        Command command = Map.of("quit", Command.QUIT).getOrDefault(arg, Command.ADD);
        switch (command) {
          case ADD -> out.write(arg);
          case QUIT -> System.exit(0);
        }
      }
    }
  }
}
