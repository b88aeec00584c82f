package dev.lastcall.spool;

import dev.lastcall.api.Finding;
import dev.lastcall.api.Finding.Severity;
import java.nio.file.Path;

/** What a spool tells a person. Stateless. */
final class SpoolFindings {
  private SpoolFindings() {}

  static Finding full(long waiting, String trouble) {
    return new Finding(
        "spool-full",
        Severity.ERROR,
        "The journal is full, " + waiting + " records wait in it; new ones are refused. " + trouble,
        "Mend what they wait for, or give the journal a larger capacity.");
  }

  static Finding lost(long refused, long dropped) {
    return new Finding(
        "spool-lost",
        Severity.WARNING,
        "Since its start this process could not keep "
            + refused
            + " records, and gave up "
            + dropped
            + " to make room for newer ones.",
        "Give the journal a larger capacity, or its sink more speed.");
  }

  static Finding damaged(Path segment, long offset, long bytes) {
    return new Finding(
        "spool-record-damaged",
        Severity.ERROR,
        "%s holds no sound record from byte %d on, for %d bytes; what was there is not delivered."
            .formatted(segment, offset, bytes),
        "Look at the storage device, and at who may write to the folder.");
  }

  static Finding failing(Throwable thrown, long waiting) {
    return new Finding(
        "spool-sink-failing",
        Severity.WARNING,
        "Delivery fails: " + thrown + "; " + waiting + " records wait in the journal.",
        "It is tried again, at least every 10 s; nothing is lost until the journal is full.");
  }

  static Finding works() {
    return new Finding(
        "spool-sink-works",
        Severity.INFO,
        "Delivery works again; what waited is delivered in order.",
        "Nothing is to be done.");
  }

  static Finding unclear(Path file, String reason, int records) {
    return new Finding(
        "spool-file-unclear",
        Severity.WARNING,
        "%s %s: %d records are written that may be there already.".formatted(file, reason, records),
        "Let one process write the file, and do not compress or truncate it while it is down.");
  }
}
