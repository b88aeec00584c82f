package dev.lastcall.journal;

import dev.lastcall.api.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Writes a journal to the storage device, once or again and again on a thread of its own, because a
 * device may take long.
 */
final class Forcing implements Runnable {
  private final Path folder;
  private final Upkeep upkeep;
  private final SegmentChain chain;
  private final Duration interval;
  private final Consumer<Throwable> onFailure;

  Forcing(
      Path folder,
      Upkeep upkeep,
      SegmentChain chain,
      Duration interval,
      Consumer<Throwable> onFailure) {
    this.folder = folder;
    this.upkeep = upkeep;
    this.chain = chain;
    this.interval = interval;
    this.onFailure = onFailure;
  }

  @Override
  public void run() {
    while (!chain.isEnded()) {
      LockSupport.parkNanos(this, Deadline.nanosOf(interval));
      try {
        force();
      } catch (IOException | RuntimeException | Error failure) {
        onFailure.accept(failure);
      }
    }
  }

  /** Segments that were forced after their last record are not forced again. */
  void force() throws IOException {
    try {
      upkeep.written().forEach(Segment::force);
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    forceFolder();
  }

  /** The names of the files; not every system can do that, or has to. */
  private void forceFolder() throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (FileChannel names = FileChannel.open(folder, Set.of(StandardOpenOption.READ))) {
      names.force(true);
    }
  }
}
