package dev.lastcall.bench;

import dev.lastcall.defer.Release;

/**
 * What somebody writes who wants no garbage: one pair of arrays, used again and again. It knows
 * nothing of failures, threads, nesting or growth.
 */
final class ReusedArrays {
  private static final Release<Resource> CLOSE = Resource::close;

  private final Object[] targets = new Object[64];
  private final Object[] actions = new Object[64];
  private int count;

  Resource add(Resource resource) {
    targets[count] = resource;
    actions[count++] = CLOSE;
    return resource;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // only add writes there
  void close() throws Exception {
    while (count > 0) {
      Release<Resource> action = (Release<Resource>) actions[--count];
      Resource target = (Resource) targets[count];
      actions[count] = null;
      targets[count] = null;
      action.release(target);
    }
  }
}
