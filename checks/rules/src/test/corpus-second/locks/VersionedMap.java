package store.versioned;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.StampedLock;

public class VersionedMap<K, V> {
  private final StampedLock sl = new StampedLock();
  private final Map<K, V> m = new HashMap<>();

  public boolean offer(K k, V v) {
    long stamp = sl.tryWriteLock();
    if (stamp == 0L) {
      return false;
    }
    try {
      m.put(k, v);
      return true;
    } finally {
      sl.unlockWrite(stamp);
    }
  }

  public V get(K k) {
    final long s = sl.readLock();
    try {
      return m.get(k);
    } finally {
      sl.unlockRead(s);
    }
  }
}
