package dev.lastcall.defer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The example of {@code docs/scopes.md}; {@link ScopesPageTest} runs it and compares the two. */
final class TransferExample {
  private final Lock lock = new ReentrantLock();
  private final Semaphore permits = new Semaphore(10);
  private final Pool pool = new Pool();
  private final List<String> audit = new ArrayList<>();

  // begin
  void transfer(String from, String to, long cents) {
    try (DeferScope scope = DeferScope.open()) {
      scope.locked(lock); // takes the lock now, unlocks it at the end
      scope.defer("audit", () -> audit.add(from + " -> " + to)); // runs even if what follows fails
      permits.acquireUninterruptibly();
      scope.releasing(permits, Semaphore::release);
      Connection connection = scope.closing(pool.connection());
      connection.move(from, to, cents);
    } // connection, permit, audit, lock: the last one first, each whatever became of the others
  }

  // end

  List<String> audit() {
    return audit;
  }

  boolean isTidy() {
    return permits.availablePermits() == 10 && pool.open == 0 && lock.tryLock();
  }

  /** Counts what is open. */
  static final class Pool {
    private int open;

    Connection connection() {
      open++;
      return new Connection(this);
    }
  }

  /** Refuses to move less than a cent. */
  static final class Connection implements AutoCloseable {
    private final Pool pool;

    Connection(Pool pool) {
      this.pool = pool;
    }

    void move(String from, String to, long cents) {
      if (cents < 1) {
        throw new IllegalArgumentException(from + " to " + to + ": " + cents);
      }
    }

    @Override
    public void close() {
      pool.open--;
    }
  }
}
