package dev.lastcall.orders;

import static dev.lastcall.api.CleanupKind.POOL;
import static dev.lastcall.api.CleanupKind.PRODUCER;
import static dev.lastcall.api.CleanupKind.SERVER;
import static dev.lastcall.api.CleanupKind.TELEMETRY;
import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.Registration;
import dev.lastcall.audit.AuditPolicy;
import dev.lastcall.flush.SnapshotTarget;
import dev.lastcall.logback.LogbackTarget;
import dev.lastcall.runtime.Lastcall;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.MDC;

/**
 * The order service with Lastcall: the same parts, each with a name, a bound and a place in the
 * order.
 *
 * <p>First the balancer learns that the service is ending, while it still serves; then the server
 * stops, the outbox sends what is left, broker and pool close beside each other, the log last. What
 * a part that hangs would have kept from the disk, the flush targets write at the very end; what
 * SIGKILL would have taken is in journals.
 */
final class OrdersWithLastcall {
  /** The folder for the report, in the directory of the service. */
  static final String REPORTS = "reports";

  /** The file that holds the port of the progress endpoint. */
  static final String PROGRESS_PORT_FILE = "progress-port";

  private OrdersWithLastcall() {}

  public static void main(String... arguments) throws Exception {
    ServiceOptions options = ServiceOptions.parse(arguments);
    Path directory = options.directory();
    MDC.put(MdcTrace.KEY, UUID.randomUUID().toString());
    Witnesses witnesses = Witnesses.open(directory);
    Lastcall lastcall =
        Lastcall.builder()
            .gracePeriod(options.gracePeriod())
            .preDrain(ofSeconds(1)) // kept free in the plan; a quiet half second ends it early
            .quietPeriod(ofMillis(500))
            .endpoint(0)
            .reportDirectory(directory.resolve(REPORTS))
            .traceContext(new MdcTrace())
            .recorder(witnesses.recorder())
            .recorder(witnesses.audit())
            .admission(AuditPolicy.everyCleanup())
            .install();
    DurableHolds holds = DurableHolds.open(directory, witnesses::ran);
    KeptOutbox outbox = KeptOutbox.start(directory, options.faults());
    OrderService service =
        OrderService.start(
            options,
            new Admission(lastcall.readiness()::isReady, () -> lastcall.requests().begin()::close),
            outbox,
            holds);
    witnesses.watch(service.metrics()::scrape);
    register(lastcall, service, holds);
    lastcall.flushLast("outbox", outbox.target());
    lastcall.flushLast("audit", witnesses.audit());
    lastcall.flushLast("order-log", LogbackTarget.ofSlf4j());
    lastcall.flushLast(
        "metrics", SnapshotTarget.of(directory.resolve("metrics.prom"), service.metrics()::scrape));
    lastcall.ready();
    OrderService.writePort(directory, PROGRESS_PORT_FILE, lastcall.port().orElseThrow());
    service.announce(directory);
    lastcall.awaitExit();
  }

  private static void register(Lastcall lastcall, OrderService service, DurableHolds holds) {
    Registration http =
        lastcall.defer(
            named("http").kind(SERVER).within(ofSeconds(2)).audited("orders-http", "stop-server"),
            context -> service.http().stop(context.deadline().remaining()));
    Registration stock =
        holds.deferIn(
            lastcall,
            named("holds").within(ofMillis(500)).after(http).audited("stock", "release-holds"));
    Registration outbox =
        lastcall.defer(
            named("outbox")
                .kind(PRODUCER)
                .within(ofSeconds(2))
                .after(http)
                .audited("orders-outbox", "send-and-close"),
            context -> service.outbox().close(context.deadline().remaining()));
    Registration broker =
        lastcall.defer(
            named("broker")
                .within(ofMillis(1500))
                .after(outbox)
                .audited("orders-broker", "stop-broker"),
            service.broker()::stop);
    Registration db =
        lastcall.defer(
            named("db")
                .kind(POOL)
                .within(ofSeconds(2))
                .after(http, outbox)
                .audited("orders-db", "close-db-connection"),
            service.store()::close);
    lastcall.defer(
        named("log")
            .kind(TELEMETRY)
            .within(ofMillis(500))
            .after(broker, db, stock)
            .audited("orders-log", "stop-log"),
        service.log()::stop);
  }
}
