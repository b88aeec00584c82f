package dev.lastcall.runtime;

import dev.lastcall.api.Arguments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the process can see of where it runs: files, environment variables and system properties.
 *
 * <p>Tests bring their own root folder. Thread-safe as far as its parts are.
 *
 * @param root the folder that absolute paths are read below, {@code /} outside tests
 * @param environment the environment variables
 * @param properties the system properties
 */
record Surroundings(Path root, Map<String, String> environment, Properties properties) {
  static Surroundings ofThisProcess() {
    return new Surroundings(Path.of("/"), System.getenv(), System.getProperties());
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  Optional<String> property(String name) {
    return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
  }

  /** The real place of an absolute path. */
  Path path(String absolute) {
    return root.resolve(absolute.substring(1));
  }

  /**
   * Reads a path from a property or variable.
   *
   * @throws IllegalArgumentException if the value cannot be a path on this platform
   */
  static Path pathOf(String name, String value) {
    try {
      return Path.of(value.strip());
    } catch (InvalidPathException impossible) {
      IllegalArgumentException refusal = Arguments.refusal(name, '"' + value + '"', "a path");
      refusal.initCause(impossible);
      throw refusal;
    }
  }

  /** The lines of a small file; none if it cannot be read. */
  List<String> lines(String absolute) {
    return lines(path(absolute));
  }

  static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException | SecurityException unreadable) {
      return List.of();
    }
  }

  /** The first line of a small file; empty if it cannot be read. */
  Optional<String> line(String absolute) {
    return lines(absolute).stream().findFirst();
  }

  boolean isKubernetes() {
    return variable("KUBERNETES_SERVICE_HOST").isPresent();
  }
}
