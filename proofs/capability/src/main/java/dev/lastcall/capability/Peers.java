package dev.lastcall.capability;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The class paths that {@code peers/pom.xml} resolves, by the name of its part. */
final class Peers {
  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

  private final Path folder;

  Peers(Path folder) {
    this.folder = folder;
  }

  String classPath(String part) {
    Path file = folder.resolve(part).resolve("target/classpath");
    try {
      return Files.readString(file).strip();
    } catch (IOException missing) {
      throw new IllegalArgumentException(
          file + ": missing (expected: what proofs/capability/capability makes first)", missing);
    }
  }

  List<Path> jars(String part) {
    return SEPARATOR.splitAsStream(classPath(part)).map(Path::of).toList();
  }

  /** {@return the jar of a part with a name that starts like this} */
  Path jar(String part, String start) {
    return jars(part).stream()
        .filter(jar -> jar.getFileName().toString().startsWith(start))
        .findFirst()
        .orElseThrow();
  }
}
