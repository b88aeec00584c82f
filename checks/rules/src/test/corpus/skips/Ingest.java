package com.acme.ingest;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

public final class Ingest implements Runnable {
  private final Path out = Path.of("ingest.out");

  public static void main(String[] args) {
    new CommandLine(new Ingest()).execute(args);
  }

  @Override
  public void run() {
    try (Writer writer = Files.newBufferedWriter(out)) {
      for (String line : Files.readAllLines(Path.of("in"))) {
        if (line.isBlank()) {
          fail("blank line");
        }
        writer.write(line);
      }
    } catch (IOException e) {
      fail(e.getMessage());
    }
  }

  private static void fail(String why) {
    System.err.println(why);
    System.exit(65);
  }
}
