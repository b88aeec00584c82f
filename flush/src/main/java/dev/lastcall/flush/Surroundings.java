package dev.lastcall.flush;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What around the process decides how long its end takes: the CPU quota, threads in native code,
 * the heap.
 *
 * @param root the root of the file system, {@code /} outside tests
 */
record Surroundings(Path root) {
  /** Looks around and works out the reserve. */
  Reserve reserve(Duration minimum, Duration rehearsed) {
    ReserveParts parts = new ReserveParts(minimum).rehearsed(rehearsed);
    CpuQuota.read(root).ifPresent(quota -> parts.quota(quota, rehearsed));
    return parts
        .nativeThreads(NativeThreads.names())
        .heap(TouchedHeap.bytes(root, Runtime.getRuntime().totalMemory()))
        .sum();
  }
}
