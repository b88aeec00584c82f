package dev.lastcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * A folder for one contender.
 *
 * @param path where it is
 */
record BenchFolder(Path path) {
  static BenchFolder make() {
    return new BenchFolder(made(() -> Files.createTempDirectory("bench")));
  }

  /** Makes what the constructor of a state needs, which may throw nothing that is checked. */
  static <T> T made(Callable<T> part) {
    try {
      return part.call();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /** Throws if a contender wrote nothing: a logging library keeps its failures to itself. */
  void requireContent(String name) throws IOException {
    if (Files.size(file(name)) == 0) {
      throw new IllegalStateException(file(name) + " is empty");
    }
  }

  /** Deletes what can be deleted; throws if something cannot. */
  void delete() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(path)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    IOException failure = null;
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException busy) {
        failure = busy;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
