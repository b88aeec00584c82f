package dev.lastcall.journal;

import dev.lastcall.api.Arguments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names of the files in a journal's folder. */
final class JournalFolder {
  static final String SEGMENT = ".journal";
  static final String SPARE = ".spare";
  static final String MARK = ".mark";

  private static final int INDEX_DIGITS = 20;
  private static final int LONGEST_MARK = 200;

  private JournalFolder() {}

  static Path segment(Path folder, long index) {
    String digits = Long.toString(index);
    return folder.resolve("0".repeat(INDEX_DIGITS - digits.length()) + digits + SEGMENT);
  }

  static Path mark(Path folder, String name) {
    StringBuilder safe = new StringBuilder();
    for (byte b : Arguments.nameOf("mark", name).getBytes(StandardCharsets.UTF_8)) {
      boolean isPlain = b == '-' || b == '_' || b == '.' || (b > 0 && Character.isLetterOrDigit(b));
      safe.append(isPlain ? Character.toString(b) : String.format(Locale.ROOT, "%%%02X", b));
    }
    if (safe.length() > LONGEST_MARK) {
      throw Arguments.refusal("mark", name, LONGEST_MARK + " characters of ASCII, or fewer others");
    }
    return folder.resolve(safe + MARK);
  }

  /** The index in a segment's name, -1 if it is not one. */
  static long indexOf(Path path) {
    String name = String.valueOf(path.getFileName());
    boolean isOne =
        name.length() == INDEX_DIGITS + SEGMENT.length()
            && name.endsWith(SEGMENT)
            && digits(name) == INDEX_DIGITS;
    return isOne ? Long.parseLong(name.substring(0, INDEX_DIGITS)) : -1;
  }

  /** How many digits a name begins with. No stream: this runs once, when a process starts. */
  private static int digits(String name) {
    int count = 0;
    while (count < name.length() && name.charAt(count) >= '0' && name.charAt(count) <= '9') {
      count++;
    }
    return count;
  }

  /** The segments in the order of their indices. */
  static List<Path> segments(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SEGMENT)) {
      files.forEach(found::add);
    } catch (java.nio.file.DirectoryIteratorException failure) {
      throw failure.getCause();
    }
    found.removeIf(path -> indexOf(path) < 0);
    found.sort(Comparator.comparingLong(JournalFolder::indexOf));
    return found;
  }
}
