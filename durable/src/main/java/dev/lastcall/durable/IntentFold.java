package dev.lastcall.durable;

import dev.lastcall.durable.IntentRecord.Registered;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads records in order and keeps where each intent stands: the whole of recovery, without a disk.
 *
 * <p>A record of an intent whose registration is not there belongs to one that was closed and whose
 * beginning was released; it is passed over. Not thread-safe.
 */
final class IntentFold {
  private final Map<String, IntentState> states = new LinkedHashMap<>();
  private final Map<String, Long> written = new HashMap<>();
  private long highestNumber;

  IntentFold add(IntentRecord record, long sequence) {
    if (record instanceof Registered) {
      written.put(record.key(), sequence);
    }
    IntentState state = states.get(record.key());
    if (state != null) {
      states.put(record.key(), state.after(record));
    } else if (record instanceof Registered registered) {
      states.put(record.key(), IntentState.of(registered));
      highestNumber = Math.max(highestNumber, registered.intent().number());
    }
    return this;
  }

  /** Everything that is not ended, newest first. */
  List<IntentState> open() {
    return states.values().stream()
        .filter(IntentState::isOpen)
        .sorted(Comparator.comparingLong((IntentState state) -> state.intent().number()).reversed())
        .toList();
  }

  /** The sequence at which an intent was last written whole. */
  long writtenAt(String key) {
    return written.getOrDefault(key, 0L);
  }

  /** The number of the newest intent that was ever read, 0 if there was none. */
  long highestNumber() {
    return highestNumber;
  }
}
