package dev.lastcall.durable;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.Cleanups;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

/** The example of {@code docs/durable-cleanups.md}. */
final class LeaseExample implements AutoCloseable {
  private final DurableCleanups durable;
  private final LeaseServer leases;
  private final Consumer<String> bills;

  LeaseExample(Path folder, LeaseServer leases, Cleanups lastcall, Consumer<String> bills) {
    this.leases = leases;
    this.bills = bills;
    this.durable = open(folder, lastcall);
  }

  // begin
  DurableCleanups open(Path folder, Cleanups lastcall) {
    DurableCleanups durable =
        DurableCleanups.in(folder)
            .handler(
                named("release-lease").within(ofSeconds(2)),
                intent -> leases.release(intent.text(), intent.idempotencyKey()))
            .open(); // runs, in the background, what an earlier process left open
    durable.deferIn(lastcall, named("leases").after("http")); // at the exit: all that is still open
    return durable;
  }

  void handle(String order) {
    try (DurableCleanup lease = durable.defer("release-lease", order)) { // on record from here on
      leases.take(order, lease.idempotencyKey());
      bill(order);
    } // runs the handler inside its bound, then takes the intent off the record
  }

  // end

  private void bill(String order) {
    bills.accept(order);
  }

  DurableCleanups durable() {
    return durable;
  }

  @Override
  public void close() {
    durable.close();
  }

  /** Leases that somebody else keeps. */
  static final class LeaseServer {
    private final Set<String> taken = new ConcurrentSkipListSet<>();
    private final Set<String> keys = new ConcurrentSkipListSet<>();

    void take(String name, String key) {
      taken.add(name);
      keys.add(key);
    }

    void release(String name, String key) {
      if (!keys.contains(key)) {
        throw new IllegalArgumentException("somebody else's lease");
      }
      taken.remove(name);
    }

    Set<String> taken() {
      return new TreeSet<>(taken);
    }
  }
}
