package dev.lastcall.defer;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.PlainCleanup;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * A block whose cleanups run when it is left, the last one first, on the thread that opened it.
 *
 * <pre>{@code
 * try (DeferScope scope = DeferScope.open()) {
 *   scope.locked(lock);
 *   Connection connection = scope.closing(pool.getConnection());
 *   scope.defer("audit", () -> audit.left(account));
 *   …
 * }
 * }</pre>
 *
 * <p>Every cleanup runs, whatever became of the block and of the others; errors count like
 * exceptions. The first failure is thrown and the later ones are suppressed in it; if the block
 * itself failed, its exception is thrown and all others are suppressed in that. A checked exception
 * of a cleanup is thrown inside a {@link CleanupFailedException}; if it is an {@link
 * InterruptedException}, the thread's interrupt status is set again after the last cleanup.
 *
 * <p>Scopes nest. A scope belongs to the thread that opened it, because locks belong to threads:
 * any other thread is refused with an {@link IllegalStateException}. A scope that is never closed
 * is reported, see {@link #leaked}.
 *
 * <p>It costs next to nothing where the compiler can inline the block: up to four entries are kept
 * in fields, so that HotSpot's C2 takes the whole scope apart; further ones in an array that the
 * thread reuses. {@code docs/scopes.md} says what allocates when.
 */
public final class DeferScope implements AutoCloseable {
  /** How many entries fields hold; more would make {@link #put} too big to be inlined under G1. */
  private static final int IN_FIELDS = 4;

  /** Null once the scope is closed, so that one comparison asks for both. */
  private @Nullable Thread owner = Thread.currentThread();

  private int count;
  private int kinds;
  private @Nullable Object entry0;
  private @Nullable Object entry1;
  private @Nullable Object entry2;
  private @Nullable Object entry3;
  private Object @Nullable [] overflow;
  private @Nullable Duration bound;
  private @Nullable ScopeWatch watched;

  private DeferScope() {}

  /**
   * Opens a scope for the calling thread.
   *
   * @return the scope, to be closed by try-with-resources
   */
  public static DeferScope open() {
    DeferScope scope = new DeferScope();
    if (ScopeLeaks.isNextWatched()) {
      scope.watched = ScopeLeaks.watchNext();
    }
    return scope;
  }

  /**
   * Opens a scope for the calling thread, of which {@link DeferListeners} are told.
   *
   * @param name see {@link Arguments#nameOf}; not looked at until somebody listens, who is then
   *     told {@code _} for what does not belong into a name
   * @return the scope, to be closed by try-with-resources
   * @throws IllegalArgumentException if the name is null
   */
  public static DeferScope open(String name) {
    Arguments.given("name", name);
    return open().observed(name);
  }

  /**
   * Opens a scope for the calling thread, whose cleanups have a time in common.
   *
   * <p>The time begins when the scope is closed. A cleanup that is running when it is over is
   * interrupted, and a {@link java.util.concurrent.TimeoutException} that names the place where it
   * was counts as its failure, with what it threw as the cause. Those behind it still run, each for
   * a tenth of the time, at least 100 ms and at most 250 ms. As everything happens on the caller's
   * own thread, a cleanup that ignores its interrupt is waited for.
   *
   * @param bound above zero
   * @return the scope, to be closed by try-with-resources
   * @throws IllegalArgumentException if the bound is null, zero or negative
   */
  public static DeferScope within(Duration bound) {
    Arguments.positive("within", bound);
    DeferScope scope = open();
    scope.bound = bound;
    scope.count = IN_FIELDS; // bounded entries are all kept in the overflow
    return scope;
  }

  /**
   * Opens a scope for the calling thread, whose cleanups have a time in common, and of which {@link
   * DeferListeners} are told.
   *
   * @param name as for {@link #open(String)}
   * @param bound as for {@link #within(Duration)}
   * @return the scope, to be closed by try-with-resources
   * @throws IllegalArgumentException if an argument is null, or the bound is zero or negative
   */
  public static DeferScope within(String name, Duration bound) {
    Arguments.given("name", name);
    return within(bound).observed(name);
  }

  /**
   * Returns how many scopes this process has found that were never closed.
   *
   * <p>They are found when they are garbage collected. The system property {@code
   * lastcall.scope.leaks} says which are looked for: {@code off}, {@code sampled} (the default: up
   * to ten a second) or {@code all} (for tests; makes opening a scope slow). Each one found is
   * counted, and each place that leaks is logged once as a warning, with the stack of the opening.
   *
   * @return zero or more, only ever rising
   */
  public static long leaked() {
    return ScopeLeaks.leaked();
  }

  /**
   * Defers a cleanup until the scope is closed.
   *
   * @param cleanup the action
   * @throws IllegalArgumentException if the cleanup is null
   * @throws IllegalStateException if the scope is closed, being closed, or another thread's; the
   *     cleanup does not run
   */
  public void defer(PlainCleanup cleanup) {
    requireOpen();
    put(ScopeCalls.PLAIN, Arguments.given("cleanup", cleanup));
  }

  /**
   * Defers a cleanup until the scope is closed, under a name that its checked exceptions are
   * reported with.
   *
   * @param name see {@link Arguments#nameOf}; not looked at until the cleanup fails
   * @param cleanup the action
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException as {@link #defer(PlainCleanup)}
   */
  public void defer(String name, PlainCleanup cleanup) {
    requireOpen();
    Arguments.given("name", name);
    Arguments.given("cleanup", cleanup);
    put(ScopeCalls.PLAIN, new NamedCleanup(name, cleanup));
  }

  /**
   * Defers the closing of a resource, and returns the resource.
   *
   * @param <T> the type of the resource
   * @param resource what to close
   * @return the resource
   * @throws IllegalArgumentException if the resource is null
   * @throws IllegalStateException as {@link #defer(PlainCleanup)}, but the resource has been closed
   */
  public <T extends AutoCloseable> T closing(T resource) {
    if (Thread.currentThread() != owner) {
      throw ScopeFailures.refusal(owner, resource);
    }
    put(ScopeCalls.CLOSE, Arguments.given("resource", resource));
    return resource;
  }

  /**
   * Defers the release of a resource that has no {@code close()}, and returns the resource.
   *
   * @param <T> the type of the resource
   * @param resource what to let go
   * @param release how; best a constant such as {@code Permit::release}, which captures nothing
   * @return the resource
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException as {@link #defer(PlainCleanup)}, but the resource has been
   *     released
   */
  public <T> T releasing(T resource, Release<? super T> release) {
    Arguments.given("resource", resource);
    Arguments.given("release", release);
    if (Thread.currentThread() != owner) {
      throw ScopeFailures.refusal(owner, resource, release);
    }
    if (count < IN_FIELDS) {
      put(ScopeCalls.PLAIN, new ReleasingCleanup<>(resource, release));
    } else {
      overflow(ScopeCalls.erased(release), resource);
    }
    return resource;
  }

  /**
   * Takes a lock, waiting for it if need be, and defers its unlocking.
   *
   * <p>The unlocking is deferred only when the lock was taken: that is the order which is easily
   * got wrong by hand.
   *
   * @param lock the lock
   * @throws IllegalArgumentException if the lock is null
   * @throws IllegalStateException as {@link #defer(PlainCleanup)}; the lock has not been taken
   */
  public void locked(Lock lock) {
    requireOpen();
    Arguments.given("lock", lock).lock();
    put(ScopeCalls.UNLOCK, lock);
  }

  /**
   * Runs the cleanups, the last deferred first.
   *
   * @throws CleanupFailedException if the first failure of a cleanup is a checked exception
   * @throws IllegalStateException if the scope was closed before or is another thread's; nothing
   *     has been run
   */
  @Override
  public void close() {
    Throwable first = runFields(begin());
    if (first != null) {
      throw ScopeFailures.unchecked(first);
    }
  }

  private DeferScope observed(String name) {
    Observers observers = DeferListeners.current();
    if (observers != null) {
      watched = ObservedScope.open(observers, name, watched);
      count = IN_FIELDS; // and so are the entries of an observed scope
    }
    return this;
  }

  private void requireOpen() {
    if (Thread.currentThread() != owner) {
      throw ScopeFailures.refusal(owner);
    }
  }

  private void put(int kind, Object entry) {
    int index = count;
    if (index >= IN_FIELDS) {
      overflow(ScopeCalls.action(kind), entry);
      return;
    }
    count = index + 1;
    kinds |= kind << (ScopeCalls.KIND_BITS * index);
    switch (index) {
      case 0 -> entry0 = entry;
      case 1 -> entry1 = entry;
      case 2 -> entry2 = entry;
      default -> entry3 = entry;
    }
  }

  private void overflow(Release<Object> action, Object target) {
    int index = count - IN_FIELDS;
    overflow = ScopeOverflow.push(overflow, index, action, target);
    count++;
  }

  private @Nullable Throwable begin() {
    requireOpen();
    owner = null;
    if (watched != null) {
      return watched.close(overflow, count - IN_FIELDS, bound);
    }
    return count > IN_FIELDS
        ? ScopeOverflow.drain(Objects.requireNonNull(overflow), count - IN_FIELDS, bound)
        : null;
  }

  /** All arguments are read before the first cleanup runs: what follows then needs no memory. */
  private @Nullable Throwable runFields(@Nullable Throwable first) {
    return ScopeSites.run0(
        kinds,
        entry0,
        ScopeSites.run1(
            kinds >>> ScopeCalls.KIND_BITS,
            entry1,
            ScopeSites.run2(
                kinds >>> (2 * ScopeCalls.KIND_BITS),
                entry2,
                ScopeSites.run3(kinds >>> (3 * ScopeCalls.KIND_BITS), entry3, first))));
  }
}
