package dev.lastcall.recorder;

import dev.lastcall.journal.JournalOwner;
import dev.lastcall.journal.JournalRecord;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a snapshot together from its records, which follow each other. Confined to one thread. */
final class SnapshotParts {
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private @Nullable JournalOwner owner;
  private long number;
  private int next;

  /** Adds a record; the snapshot, if that was its last part. */
  Optional<MetricsSnapshot> add(JournalRecord record) {
    try {
      return add(record, new RecordInput(record.payload()));
    } catch (BufferUnderflowException | ArithmeticException | IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  private Optional<MetricsSnapshot> add(JournalRecord record, RecordInput in) {
    long of = in.number();
    int part = in.smallNumber();
    int parts = in.smallNumber();
    if (part == 0) {
      text.reset();
      owner = record.owner();
      number = of;
      next = 0;
    }
    if (part != next || of != number || !record.owner().equals(owner)) {
      next = -1; // its begin is not there any more
      return Optional.empty();
    }
    text.writeBytes(in.rest());
    next++;
    return next < parts
        ? Optional.empty()
        : Optional.of(new MetricsSnapshot(record.at(), text.toString(StandardCharsets.UTF_8)));
  }
}
