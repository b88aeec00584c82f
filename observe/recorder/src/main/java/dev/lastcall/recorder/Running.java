package dev.lastcall.recorder;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cleanups that run now, in places that were made long before.
 *
 * <p>A place is taken by one compare-and-set and left by another. What finds none is not in the
 * pulse, but on record all the same. Thread-safe.
 */
final class Running {
  private static final int PLACES = 1_024;

  private final AtomicReferenceArray<@Nullable Place> taken = new AtomicReferenceArray<>(PLACES);
  private final Place[] places = new Place[PLACES];
  private final AtomicInteger end = new AtomicInteger();

  Running() {
    for (int i = 0; i < PLACES; i++) {
      places[i] = new Place();
    }
  }

  /** One cleanup that runs; read by the thread of the pulse alone. */
  static final class Place {
    volatile String name = "";
    volatile long beganNanos;
    volatile long allottedNanos;
    volatile @Nullable Thread thread;
    volatile long nextLookNanos;
  }

  void began(String name, long beganNanos, long allottedNanos) {
    for (int i = 0; i < PLACES; i++) {
      Place place = places[i];
      if (taken.get(i) == null && place.thread == null && taken.compareAndSet(i, null, place)) {
        place.name = name;
        place.beganNanos = beganNanos;
        place.allottedNanos = allottedNanos;
        place.nextLookNanos = 0;
        place.thread = Thread.currentThread();
        int next = i + 1;
        int seen = end.get();
        while (seen < next && !end.compareAndSet(seen, next)) {
          seen = end.get();
        }
        return;
      }
    }
  }

  void ended(String name) {
    int last = end.get();
    for (int i = 0; i < last; i++) {
      Place place = taken.get(i);
      if (place != null && place.name.equals(name)) {
        place.thread = null;
        taken.set(i, null);
        return;
      }
    }
  }

  /** Shows each place that is in use. */
  void each(Consumer<Place> viewer) {
    int last = end.get();
    for (int i = 0; i < last; i++) {
      Place place = taken.get(i);
      if (place != null && place.thread != null) {
        viewer.accept(place);
      }
    }
  }
}
