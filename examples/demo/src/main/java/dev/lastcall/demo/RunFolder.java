package dev.lastcall.demo;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gives each run a new folder, so that no run reads another's data. */
final class RunFolder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  private RunFolder() {}

  /** In a folder that was given, made if it is not there; otherwise among the temporary files. */
  static Path create(@Nullable Path parent, String label) throws IOException {
    if (parent == null) {
      return Files.createTempDirectory("lastcall-" + label + "-");
    }
    Files.createDirectories(parent);
    String name = label + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
    for (int i = 1; ; i++) {
      Path folder = parent.resolve(i == 1 ? name : name + "-" + i);
      try {
        return Files.createDirectory(folder).toAbsolutePath().normalize();
      } catch (FileAlreadyExistsException taken) {
        // Another run began in the same second: the next number is free.
      }
    }
  }
}
