package dev.lastcall.durable;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.CleanupSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The handlers of durable cleanups, by name. Not thread-safe. */
public final class DurableHandlers {
  private final Map<String, Entry> entries;

  DurableHandlers() {
    this(new LinkedHashMap<>());
  }

  private DurableHandlers(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /**
   * Adds a handler.
   *
   * @param spec its name, its bound for each attempt, its audit identity; an order has no meaning
   *     here, because the newest intent is always the first
   * @param handler what cleans up
   * @return this
   * @throws IllegalArgumentException if the name is taken, or the specification has predecessors
   */
  public DurableHandlers add(CleanupSpec spec, DurableHandler handler) {
    Arguments.given("spec", spec);
    Arguments.given("handler", handler);
    if (!spec.predecessors().isEmpty()) {
      throw Arguments.refusal(
          "after", spec.predecessors(), "nothing; durable cleanups run newest first");
    }
    if (entries.putIfAbsent(spec.name(), new Entry(spec, handler)) != null) {
      throw Arguments.refusal("handler", '"' + spec.name() + '"', "a name that is not taken");
    }
    return this;
  }

  /**
   * Tells whether a name is taken.
   *
   * @param name the name of a handler
   * @return true if there is one
   */
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  DurableHandlers copy() {
    return new DurableHandlers(new LinkedHashMap<>(entries));
  }

  @Nullable Entry find(String name) {
    return entries.get(name);
  }

  Entry known(String name) {
    Entry entry = entries.get(Arguments.given("handler", name));
    if (entry == null) {
      String names =
          entries.isEmpty() ? "none is known" : String.join(", ", new TreeSet<>(entries.keySet()));
      throw Arguments.refusal("handler", '"' + name + '"', "one of: " + names);
    }
    return entry;
  }

  Iterable<Entry> all() {
    return entries.values();
  }

  /**
   * One handler.
   *
   * @param spec what is known of it
   * @param handler what cleans up
   */
  record Entry(CleanupSpec spec, DurableHandler handler) {}
}
