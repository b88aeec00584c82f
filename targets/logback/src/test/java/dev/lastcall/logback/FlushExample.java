package dev.lastcall.logback;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import ch.qos.logback.classic.LoggerContext;
import dev.lastcall.flush.ChannelTarget;
import dev.lastcall.flush.SnapshotTarget;
import dev.lastcall.runtime.Lastcall;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The example of {@code docs/flush.md}; {@link FlushExampleIT} runs it and ends it with SIGTERM.
 */
final class FlushExample {
  static final int ORDERS = 1_000;

  private FlushExample() {}

  // The page shows what is between the two marks. [begin]
  public static void main(String[] args) throws Exception {
    logThroughAnAsynchronousBufferedAppender();
    Logger log = LoggerFactory.getLogger("orders");
    BufferedWriter audit = Files.newBufferedWriter(Path.of("audit.log"));
    LongAdder orders = new LongAdder();
    Semaphore connection = new Semaphore(0);

    Lastcall lastcall =
        Lastcall.builder().gracePeriod(ofSeconds(4)).flushReserve(ofMillis(200)).install();
    lastcall.defer(named("db").within(ofSeconds(3)), connection::acquireUninterruptibly); // hangs

    lastcall.flushLast("audit", ChannelTarget.of(audit));
    lastcall.flushLast(
        "metrics",
        SnapshotTarget.of(Path.of("orders.prom"), () -> "orders_total " + orders.sum() + "\n"));
    lastcall.flushLast("logs", LogbackTarget.ofSlf4j());
    lastcall.ready(); // rehearses all three

    for (int order = 0; order < ORDERS; order++) {
      log.info("order {}", order);
      audit.write("order " + order + "\n");
      orders.increment();
    }
    System.out.println("all orders taken");
    lastcall.awaitExit();
  }

  // [end]

  private static void logThroughAnAsynchronousBufferedAppender() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    Logs.root(context)
        .addAppender(
            Logs.async(
                context, "ASYNC", Logs.bufferedFile(context, "FILE", Path.of("orders.log"))));
  }
}
