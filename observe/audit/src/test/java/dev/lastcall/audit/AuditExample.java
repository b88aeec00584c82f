package dev.lastcall.audit;

import static dev.lastcall.api.CleanupSpec.named;

import dev.lastcall.api.Auditable;
import dev.lastcall.api.Mode;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.defer.DeferScope;
import dev.lastcall.runtime.Lastcall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The examples of docs/audit.md. As a process of its own: opens a trail, registers a pool that
 * takes as many milliseconds to close as it is told, and waits for a signal. Arguments: folder of
 * the trail, key file, milliseconds.
 */
final class AuditExample {
  private AuditExample() {}

  /** Stands for a pool of connections. */
  private record Pool(long millis) {
    void close() throws InterruptedException {
      System.out.println("closing");
      Thread.sleep(millis);
    }
  }

  private static Lastcall install(Path folder, Path keyFile, Pool pool) {
    // begin install
    AuditTrail trail =
        AuditTrail.in(folder)
            .service("orders")
            .actor("deploy-bot")
            .keys(AuditKeys.fromFile(keyFile))
            .open();
    Lastcall lastcall =
        Lastcall.builder()
            .recorder(trail)
            .admission(AuditPolicy.everyCleanup())
            .mode(Mode.STRICT)
            .gracePeriod(Duration.ofSeconds(30))
            .install();

    lastcall.defer(named("db").audited("CHG-2026-0417", "close-db-connection"), pool::close);
    lastcall.flushLast("audit", trail);
    lastcall.ready();
    // end install
    return lastcall;
  }

  static void lease(AuditTrail trail, Path lease) throws IOException {
    // begin scope
    AuditRun run = AuditRun.of(new ChangeOfOwner("CHG-2026-0418"), "lease");
    try (DeferScope scope = DeferScope.open()) {
      Files.createFile(lease);
      PlainCleanup release = () -> Files.delete(lease);
      scope.defer(trail.audited(run, release));
      // …
    }
    // end scope
  }

  // begin auditable
  record ChangeOfOwner(String auditId) implements Auditable {
    @Override
    public String auditAction() {
      return "release-lease";
    }
  }

  // end auditable

  public static void main(String[] arguments) throws InterruptedException {
    Pool pool = new Pool(Long.parseLong(arguments[2]));
    Lastcall lastcall = install(Path.of(arguments[0]), Path.of(arguments[1]), pool);
    System.out.println("ready");
    lastcall.awaitExit();
  }
}
