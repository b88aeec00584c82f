package dev.lastcall.durable;

import dev.lastcall.durable.IntentRecord.Registered;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads records in order and keeps where each intent stands: the whole of recovery, without a disk.
 *
 * <p>A record of an intent whose registration is not there belongs to one that was closed and whose
 * beginning was released; it is passed over. Not thread-safe.
 */
final class IntentFold {
  private final Map<String, IntentState> states = new LinkedHashMap<>();
  private final Map<String, Long> written = new HashMap<>();
  private final Set<String> over = new HashSet<>();
  private long highestNumber;

  IntentFold add(IntentRecord record, long sequence) {
    String key = record.key();
    IntentState before = states.get(key);
    if (before != null) {
      put(key, before.after(record));
    } else if (record instanceof Registered registered && !over.contains(key)) {
      put(key, IntentState.of(registered));
      highestNumber = Math.max(highestNumber, registered.intent().number());
    }
    if (record instanceof Registered && states.containsKey(key)) {
      written.put(key, sequence);
    }
    return this;
  }

  /** Of what is over only the key is kept, because most of a journal is. */
  private void put(String key, IntentState state) {
    if (state.isOpen()) {
      states.put(key, state);
    } else {
      states.remove(key);
      written.remove(key);
      over.add(key);
    }
  }

  /** Everything that is not ended, newest first. */
  List<IntentState> open() {
    return states.values().stream()
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
