package dev.lastcall.orders;

import static dev.lastcall.api.CleanupKind.POOL;
import static dev.lastcall.api.CleanupKind.PRODUCER;
import static dev.lastcall.api.CleanupKind.SERVER;
import static dev.lastcall.api.CleanupKind.TELEMETRY;
import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.Registration;
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
 * a part that hangs would have kept from the disk, the flush targets write at the very end.
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
    Lastcall lastcall =
        Lastcall.builder()
            .gracePeriod(options.gracePeriod())
            .preDrain(ofSeconds(1)) // kept free in the plan; a quiet half second ends it early
            .quietPeriod(ofMillis(500))
            .endpoint(0)
            .reportDirectory(directory.resolve(REPORTS))
            .traceContext(new MdcTrace())
            .install();
    OrderService service =
        OrderService.start(
            options,
            new Admission(lastcall.readiness()::isReady, () -> lastcall.requests().begin()::close));
    register(lastcall, service, directory);
    lastcall.ready();
    OrderService.writePort(directory, PROGRESS_PORT_FILE, lastcall.port().orElseThrow());
    service.announce(directory);
    lastcall.awaitExit();
  }

  private static void register(Lastcall lastcall, OrderService service, Path directory) {
    Registration http =
        lastcall.defer(
            named("http").kind(SERVER).within(ofSeconds(2)),
            context -> service.http().stop(context.deadline().remaining()));
    Registration outbox =
        lastcall.defer(
            named("outbox").kind(PRODUCER).within(ofSeconds(2)).after(http),
            context -> service.publisher().close(context.deadline().remaining()));
    Registration broker =
        lastcall.defer(
            named("broker").within(ofMillis(1500)).after(outbox), service.broker()::stop);
    Registration db =
        lastcall.defer(
            named("db").kind(POOL).within(ofSeconds(2)).after(http, outbox),
            service.store()::close);
    lastcall.defer(
        named("log").kind(TELEMETRY).within(ofMillis(500)).after(broker, db), service.log()::stop);

    Path spill = directory.resolve(OutboxSpill.FILE);
    lastcall.flushLast("outbox-spill", new OutboxTarget(service.publisher(), spill));
    lastcall.flushLast("order-log", LogbackTarget.ofSlf4j());
    lastcall.flushLast(
        "metrics", SnapshotTarget.of(directory.resolve("metrics.prom"), service.metrics()::scrape));
  }
}
