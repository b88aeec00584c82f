package dev.lastcall.flush;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What around the process decides how long its end takes: the CPU quota, threads in native code,
 * the heap.
 *
 * <p>The quota is read once, when this is made; the rest each time, because it changes. Immutable
 * and thread-safe.
 */
final class Surroundings {
  private final Path root;
  private final Optional<CpuQuota> quota;

  /**
   * Reads the quota.
   *
   * @param root the root of the file system, {@code /} outside tests
   */
  Surroundings(Path root) {
    this.root = root;
    quota = CpuQuota.read(root);
  }

  /** Looks around and works out the reserve. */
  Reserve reserve(Duration minimum, Duration rehearsed) {
    ReserveParts parts = new ReserveParts(minimum).rehearsed(rehearsed);
    quota.ifPresent(limit -> parts.quota(limit, rehearsed));
    return parts
        .nativeThreads(NativeThreads.names())
        .heap(TouchedHeap.bytes(root, Runtime.getRuntime().totalMemory()))
        .sum();
  }
}
