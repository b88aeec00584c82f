package com.acme.olm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;

public class Olm implements DisposableBean {
  private final Path cave;

  public Olm(Path cave) {
    this.cave = cave;
  }

  @Override
  public void destroy() throws IOException {
    try (Stream<Path> drops = Files.list(cave)) {
      drops.forEach(drop -> System.err.println(drop.getFileName()));
    }
    int tries = 0;
    while (tries < 3 && !Files.deleteIfExists(cave.resolve("lock"))) {
      tries++;
    }
  }
}
