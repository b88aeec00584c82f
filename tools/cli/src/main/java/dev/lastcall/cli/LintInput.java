package dev.lastcall.cli;

import dev.lastcall.lint.Baseline;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that options of {@code lastcall lint} name, read and to be written. What cannot be used
 * is refused by the option's name.
 */
final class LintInput {
  private LintInput() {}

  static Baseline baseline(Path file) {
    try {
      return Baseline.read(file);
    } catch (IOException unreadable) {
      throw refusal("--baseline", file, "a file that can be read", unreadable);
    }
  }

  static List<Path> classPath(String text) {
    List<Path> entries = new ArrayList<>();
    for (String entry : text.split(File.pathSeparator, -1)) {
      if (entry.endsWith("/*")) {
        entries.addAll(jars(Path.of(entry.substring(0, entry.length() - 2))));
      } else if (!entry.isBlank()) {
        Path path = Path.of(entry);
        if (!Files.exists(path)) {
          throw refusal("--classpath", path, "a jar or a folder that exists", null);
        }
        entries.add(path);
      }
    }
    return entries;
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw refusal("--classpath", folder, "a folder of jars before /*", unreadable);
    }
  }

  /**
   * Refuses a file that cannot be written, before a long run is made for nothing. What is in it
   * stays.
   */
  static void ensureWritable(String option, @Nullable Path file) {
    if (file == null) {
      return;
    }
    boolean isNew = Files.notExists(file);
    try {
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
      if (isNew) {
        Files.delete(file);
      }
    } catch (IOException unwritable) {
      throw refusal(option, file, "a file that can be written", unwritable);
    }
  }

  private static IllegalArgumentException refusal(
      String option, Path file, String expected, @Nullable Exception cause) {
    return new IllegalArgumentException(
        option + ": " + file + " (expected: " + expected + ")", cause);
  }
}
