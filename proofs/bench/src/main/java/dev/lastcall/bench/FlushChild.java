package dev.lastcall.bench;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.flush.ChannelTarget;
import dev.lastcall.flush.LastGasp;
import dev.lastcall.flush.SnapshotTarget;
import dev.lastcall.logback.LogbackTarget;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/**
 * A process of {@link FlushFigures}: it buffers an audit file, a log behind a queue and 2 000 lines
 * of metrics, writes all of it out once in its life, prints how many milliseconds that took, and
 * halts.
 */
public final class FlushChild {
  private static final int EVENTS = 200;
  private static final String METRICS = "orders_total{shop=\"x\"} 1\n".repeat(2_000);

  private final Path folder;
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger log;
  private final BufferedWriter audit;

  private FlushChild(Path folder) throws IOException {
    this.folder = folder;
    audit = Files.newBufferedWriter(folder.resolve("audit.log"));
    log = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    logThroughAnAsynchronousBufferedAppender();
  }

  /**
   * Measures one flush.
   *
   * @param args the contender, then a folder that can be written
   * @throws IOException if the folder cannot be written
   */
  public static void main(String[] args) throws IOException {
    FlushChild child = new FlushChild(Path.of(args[1]));
    switch (args[0]) {
      case "rehearsed" -> child.gasp(true);
      case "cold" -> child.gasp(false);
      case "hook" -> child.hook();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private void gasp(boolean rehearsed) throws IOException {
    LastGasp gasp = LastGasp.start(Ticker.system());
    gasp.add("audit", ChannelTarget.of(audit));
    gasp.add("metrics", SnapshotTarget.of(folder.resolve("metrics.prom"), () -> METRICS));
    gasp.add("logs", LogbackTarget.of(context));
    if (rehearsed) {
      gasp.rehearse(Deadline.after(ofSeconds(30)));
    }
    long[] began = new long[1];
    gasp.arm(
        Deadline.after(ofHours(1)),
        Deadline.after(ofHours(1).plusSeconds(5)),
        report -> end(began[0]));
    work();
    began[0] = System.nanoTime();
    gasp.flushNow();
    LockSupport.parkNanos(ofSeconds(60).toNanos());
  }

  /** As most people write it. */
  private void hook() throws IOException {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  long began = System.nanoTime();
                  flushAsMostPeopleDo();
                  end(began);
                }));
    work();
    System.exit(0);
  }

  private void flushAsMostPeopleDo() {
    try {
      audit.flush();
      Path temporary = folder.resolve("metrics.tmp");
      Files.writeString(temporary, METRICS);
      Files.move(temporary, folder.resolve("metrics.prom"), StandardCopyOption.REPLACE_EXISTING);
      context.stop();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void work() throws IOException {
    for (int event = 0; event < EVENTS; event++) {
      log.info("event {}", event);
      audit.write("event " + event + "\n");
    }
    LockSupport.parkNanos(ofMillis(20).toNanos());
    log.info("last words");
  }

  private static void end(long beganNanos) {
    Child.print("", (System.nanoTime() - beganNanos) / 1e6);
    Runtime.getRuntime().halt(0);
  }

  private void logThroughAnAsynchronousBufferedAppender() {
    context.reset();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d %level %msg%n");
    encoder.start();
    FileAppender<ILoggingEvent> file = new FileAppender<>();
    file.setContext(context);
    file.setName("FILE");
    file.setFile(folder.resolve("app.log").toString());
    file.setImmediateFlush(false);
    file.setEncoder(encoder);
    file.start();
    AsyncAppender async = new AsyncAppender();
    async.setContext(context);
    async.setName("ASYNC");
    async.setDiscardingThreshold(0);
    async.addAppender(file);
    async.start();
    log.setLevel(Level.INFO);
    log.addAppender(async);
  }
}
