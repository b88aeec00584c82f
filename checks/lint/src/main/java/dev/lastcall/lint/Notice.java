package dev.lastcall.lint;

import java.nio.file.Path;

/**
 * Something that kept a file from being checked as well as it could be. Immutable.
 *
 * @param file what it is about
 * @param line where, from 1; 0 if it is about the whole file
 * @param message what is wrong, and what follows from it
 */
public record Notice(Path file, int line, String message) {
  /** {@return a notice about a whole file} */
  public static Notice of(Path file, String message) {
    return new Notice(file, 0, message);
  }

  @Override
  public String toString() {
    String place = file + (line > 0 ? ":" + line : "");
    return place.isEmpty() ? message : place + ": " + message;
  }
}
