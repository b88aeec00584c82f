package dev.lastcall.durable;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Mode;
import dev.lastcall.journal.Journal;
import dev.lastcall.journal.JournalReader;
import dev.lastcall.journal.WhenFull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.LockSupport;

/** Opens the journal of durable cleanups, waiting a while for whoever still holds it. */
final class JournalOpening {
  private static final long POLL_NANOS = 20_000_000;

  private JournalOpening() {}

  /**
   * Opens it.
   *
   * @throws IllegalStateException in strict mode, if it cannot be used
   */
  static Journal open(Settings settings, DurableFindings findings) {
    Path directory = Settings.journalIn(settings.folder);
    makeFolder(settings.folder);
    Deadline patience = Deadline.after(settings.takeOver);
    Journal journal = tryOpen(settings, directory);
    while (journal.failure().isPresent() && hasLiveOwner(directory) && !patience.isExpired()) {
      journal.close();
      LockSupport.parkNanos(settings, Math.min(POLL_NANOS, patience.remainingNanos()));
      journal = tryOpen(settings, directory);
    }
    if (journal.failure().isPresent()) {
      Finding failure = journal.failure().get();
      refuseIfStrict(settings, failure, journal);
      findings.add(failure);
    }
    return journal;
  }

  private static Journal tryOpen(Settings settings, Path directory) {
    Journal.Builder builder =
        Journal.in(directory, IntentCodec.CONTENT)
            .segmentBytes(settings.segmentBytes())
            .capacityBytes(settings.capacityBytes)
            .whenFull(WhenFull.REFUSE);
    if (settings.forceEvery != null) {
      builder.forceEvery(settings.forceEvery);
    }
    return builder.open();
  }

  private static void refuseIfStrict(Settings settings, Finding failure, Journal journal) {
    if (settings.mode == Mode.STRICT) {
      journal.close();
      throw new IllegalStateException(
          Arguments.text(
              "durable", settings.folder, "a journal that can be used; " + failure.message()));
    }
  }

  static boolean hasLiveOwner(Path directory) {
    try (JournalReader reader = JournalReader.open(directory)) {
      return reader.liveOwner().isPresent();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** What goes wrong here the journal meets as well, and reports it. */
  private static void makeFolder(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, attributes(folder));
      }
    } catch (IOException | UnsupportedOperationException left) {
      // to the journal
    }
  }

  private static FileAttribute<?>[] attributes(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
