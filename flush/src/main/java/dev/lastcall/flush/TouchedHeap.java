package dev.lastcall.flush;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of the heap has pages that the system must take back when the process ends.
 *
 * <p>The committed heap, but never more than what the process has resident: committed pages that
 * nobody touched cost nothing. Stateless.
 */
final class TouchedHeap {
  private static final long KILOBYTE = 1024;

  private TouchedHeap() {}

  /**
   * Reads the size now.
   *
   * @param root the root of the file system, {@code /} outside tests
   * @param committedBytes the committed heap
   * @return bytes; the committed heap where the resident size cannot be read
   */
  static long bytes(Path root, long committedBytes) {
    return Math.min(
        committedBytes, residentBytes(root.resolve("proc/self/status"), committedBytes));
  }

  private static long residentBytes(Path status, long otherwise) {
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(digits -> Long.parseLong(digits) * KILOBYTE)
          .findFirst()
          .orElse(otherwise);
    } catch (IOException | RuntimeException unreadable) {
      return otherwise;
    }
  }
}
