package dev.lastcall.api;

import java.time.Duration;
import java.util.Optional;

/**
 * One thing that a named scope or a named bounded call did in normal running.
 *
 * <p>Every begin has exactly one end with the same id, told to the same listeners. Immutable and
 * thread-safe.
 */
public sealed interface DeferEvent {
  /**
   * Returns what pairs begin and end.
   *
   * @return above zero; scopes and actions of a process share one row of numbers
   */
  long id();

  /**
   * Returns when it happened.
   *
   * @return a reading of {@link Deadline.Ticker#system()}, in nanoseconds
   */
  long atNanos();

  /**
   * Returns the name of the scope.
   *
   * @return for an action without a scope the empty text
   */
  String scope();

  /**
   * Returns how deep it is.
   *
   * @return how many named scopes are open on the thread, this one included; 0 for an action
   *     outside any
   */
  int depth();

  /**
   * A named scope was opened.
   *
   * @param id pairs it with its {@link ScopeClosed}
   * @param atNanos when
   * @param scope its name
   * @param depth 1 or more
   * @param parentId the innermost scope or action that it was opened in, on this thread; 0 if none
   */
  record ScopeOpened(long id, long atNanos, String scope, int depth, long parentId)
      implements DeferEvent {}

  /**
   * A named scope was closed, and all its cleanups have run.
   *
   * @param id pairs it with its {@link ScopeOpened}
   * @param atNanos when the last cleanup had ended
   * @param scope its name
   * @param depth as at its opening
   * @param lasted from its opening to the end of its last cleanup
   * @param actions how many cleanups it had
   * @param outcome how its cleanups ended, and how long they took together: the first one that did
   *     not complete decides
   */
  record ScopeClosed(
      long id, long atNanos, String scope, int depth, Duration lasted, int actions, Outcome outcome)
      implements DeferEvent {}

  /**
   * An action began: a cleanup of a named scope that is being closed, or a named bounded call.
   *
   * @param id pairs it with its {@link ActionEnded}
   * @param atNanos when
   * @param scope the scope that it belongs to; of a bounded call, the innermost one that is open
   * @param depth the depth of that scope
   * @param parentId its scope, or what the bounded call was made in; 0 if nothing
   * @param name its name; a cleanup without one is called by what it does, such as {@code
   *     close:Connection}
   * @param allotted what it may take until it is interrupted, empty if it has no bound
   */
  record ActionBegan(
      long id,
      long atNanos,
      String scope,
      int depth,
      long parentId,
      String name,
      Optional<Duration> allotted)
      implements DeferEvent {}

  /**
   * An action ended.
   *
   * @param id pairs it with its {@link ActionBegan}
   * @param atNanos when
   * @param scope as at its begin
   * @param depth as at its begin
   * @param name its name
   * @param outcome how it ended, and how long it took
   */
  record ActionEnded(long id, long atNanos, String scope, int depth, String name, Outcome outcome)
      implements DeferEvent {}
}
