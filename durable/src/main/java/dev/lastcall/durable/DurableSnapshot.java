package dev.lastcall.durable;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Finding;
import dev.lastcall.journal.JournalEntry;
import dev.lastcall.journal.JournalOwner;
import dev.lastcall.journal.JournalReader;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a folder of durable cleanups holds, looked at without touching it; its owner may be alive.
 *
 * @param liveOwner the process that holds the folder now, empty if none does
 * @param lastOwner the process that wrote last, empty if nothing was written
 * @param open what is not cleaned up, newest first
 * @param deadLetters how many were given up, ever
 * @param deadLetterFile where they are
 * @param findings what a person should know of the journal
 */
public record DurableSnapshot(
    Optional<JournalOwner> liveOwner,
    Optional<JournalOwner> lastOwner,
    List<OpenIntent> open,
    long deadLetters,
    Path deadLetterFile,
    List<Finding> findings) {
  /** Copies the lists. */
  public DurableSnapshot {
    open = List.copyOf(open);
    findings = List.copyOf(findings);
  }

  /**
   * Reads a folder.
   *
   * @param folder as it was given to {@link DurableCleanups#in}
   * @return what it holds
   * @throws IOException if it cannot be read, or is not a folder of durable cleanups
   * @throws IllegalArgumentException if its journal holds something else
   */
  public static DurableSnapshot of(Path folder) throws IOException {
    if (!isOne(Arguments.given("folder", folder))) {
      throw new NoSuchFileException(Settings.journalIn(folder).toString());
    }
    DeadLetters deadLetters = new DeadLetters(folder);
    DurableFindings findings = new DurableFindings(finding -> {});
    try (JournalReader reader = JournalReader.open(Settings.journalIn(folder))) {
      if (!reader.content().equals(IntentCodec.CONTENT)) {
        throw Arguments.refusal("folder", folder, "a journal of " + IntentCodec.CONTENT);
      }
      IntentFold fold = new IntentFold();
      JournalOwner last = read(reader, fold, findings);
      return new DurableSnapshot(
          reader.liveOwner(),
          Optional.ofNullable(last),
          fold.open().stream().map(OpenIntent::of).toList(),
          deadLetters.count(),
          deadLetters.file(),
          findings.list());
    }
  }

  /**
   * Tells whether a folder holds durable cleanups.
   *
   * @param folder any path
   * @return true if there is a journal in it, also one that may not be read
   */
  public static boolean isOne(Path folder) {
    try (JournalReader reader = JournalReader.open(Settings.journalIn(folder))) {
      return !reader.content().isEmpty();
    } catch (AccessDeniedException denied) {
      return true; // reading it says so
    } catch (IOException none) {
      return false;
    }
  }

  /**
   * Returns the process that holds a folder now, by the lock that it holds.
   *
   * @param folder as it was given to {@link DurableCleanups#in}
   * @return empty if none does
   * @throws IOException if the folder cannot be read
   */
  public static Optional<JournalOwner> liveOwner(Path folder) throws IOException {
    try (JournalReader reader = JournalReader.open(Settings.journalIn(folder))) {
      return reader.liveOwner();
    }
  }

  private static @Nullable JournalOwner read(
      JournalReader reader, IntentFold fold, DurableFindings findings) throws IOException {
    JournalOwner last = null;
    for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
      IntentLog.read(entry, fold, findings);
      last = entry instanceof JournalRecord record ? record.owner() : last;
    }
    return last;
  }
}
