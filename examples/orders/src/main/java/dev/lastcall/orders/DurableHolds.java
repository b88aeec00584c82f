package dev.lastcall.orders;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Cleanups;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.Registration;
import dev.lastcall.durable.DurableCleanup;
import dev.lastcall.durable.DurableCleanups;
import dev.lastcall.durable.DurableRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds that are given back even if this process is killed: each is a file in the warehouse's
 * folder, and the intent to delete it is on record before it is made. Thread-safe.
 */
final class DurableHolds implements StockHolds {
  /** The warehouse's folder, in the directory of the service. */
  static final String WAREHOUSE = "warehouse";

  /** The folder of the journal, in the directory of the service. */
  static final String FOLDER = "holds";

  private static final Logger LOG = LoggerFactory.getLogger(DurableHolds.class);
  private static final String RELEASE = "release-hold";

  private final Path warehouse;
  private final DurableCleanups durable;

  private DurableHolds(Path warehouse, DurableCleanups durable) {
    this.warehouse = warehouse;
    this.durable = durable;
  }

  /** Gives back what the last process held, and is ready for more. */
  static DurableHolds open(Path directory, Consumer<DurableRun> runs) throws IOException {
    Path warehouse = Files.createDirectories(directory.resolve(WAREHOUSE));
    DurableCleanups durable =
        DurableCleanups.in(directory.resolve(FOLDER))
            .handler(
                named(RELEASE).within(ofMillis(500)).audited("stock", RELEASE),
                intent -> Files.deleteIfExists(warehouse.resolve(intent.text())))
            .listener(runs)
            .open();
    return new DurableHolds(warehouse, durable);
  }

  @Override
  public Hold take(Order order) {
    DurableCleanup release = durable.defer(RELEASE, order.id());
    try {
      Files.createFile(warehouse.resolve(order.id()));
      return () -> giveBack(release);
    } catch (IOException nothingTaken) {
      release.complete();
      throw new UncheckedIOException(nothingTaken);
    }
  }

  private static void giveBack(DurableCleanup release) {
    Outcome outcome = release.run();
    if (!outcome.isCompleted()) {
      LOG.warn("a hold is given back later: {}", outcome);
    }
  }

  /** Gives back at the exit what requests that were cut off still hold. */
  Registration deferIn(Cleanups cleanups, CleanupSpec spec) {
    return durable.deferIn(cleanups, spec);
  }
}
