package dev.lastcall.logback;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.FileAppender;
import dev.lastcall.api.Deadline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogbackTargetTest {
  private static final int EVENTS = 10_000;

  @TempDir private Path folder;
  private final LoggerContext context = new LoggerContext();
  private final CountDownLatch never = new CountDownLatch(1);
  private Logger log = Logs.root(context);
  private Path file = Path.of("");

  @BeforeEach
  void openFile() {
    context.setMDCAdapter(new LogbackMDCAdapter());
    log = Logs.root(context);
    file = folder.resolve("app.log");
  }

  @AfterEach
  void letGo() {
    never.countDown();
    context.stop();
  }

  @Test
  void whatABufferedFileHoldsIsWrittenOut() throws IOException {
    log.addAppender(Logs.bufferedFile(context, "FILE", file));
    logEvents(5);
    assertThat(file).isEmptyFile();

    LogbackTarget.of(context).flush(soon());

    assertThat(file).hasContent(Logs.lines(5));
  }

  @Test
  void whatAnAsynchronousQueueHoldsIsWrittenOutToo() throws IOException {
    log.addAppender(Logs.async(context, "ASYNC", Logs.bufferedFile(context, "FILE", file)));
    logEvents(EVENTS);

    LogbackTarget.of(context).flush(soon());

    assertThat(file).hasContent(Logs.lines(EVENTS));
  }

  @Test
  void aQueueBehindAQueueIsWrittenOutToo() throws IOException {
    AsyncAppender inner = Logs.async(context, "INNER", Logs.bufferedFile(context, "FILE", file));
    log.addAppender(Logs.async(context, "OUTER", inner));
    logEvents(EVENTS);

    LogbackTarget.of(context).flush(soon());

    assertThat(file).hasContent(Logs.lines(EVENTS));
  }

  @Test
  void theQueueOfADeadWorkerIsHandedOnByTheTarget() throws IOException {
    FileAppender<ILoggingEvent> behind = Logs.bufferedFile(context, "FILE", file);
    context.getLogger("other").addAppender(behind);
    log.addAppender(Logs.async(context, "ASYNC", new DiesOnce(behind)));
    log.info("deadly");
    await().dontCatchUncaughtExceptions().until(() -> !workerIsAlive());
    logEvents(100);

    LogbackTarget.of(context).flush(soon());

    assertThat(file).hasContent(Logs.lines(100));
  }

  @Test
  void constantLoggingDoesNotHoldTheFlushUp() throws Exception {
    log.addAppender(Logs.async(context, "ASYNC", Logs.bufferedFile(context, "FILE", file)));
    AtomicBoolean stop = new AtomicBoolean();
    logEvents(100);
    Thread chatter =
        new Thread(
            () -> {
              while (!stop.get()) {
                log.info("chatter");
              }
            });
    chatter.start();

    LogbackTarget.of(context).flush(soon());

    stop.set(true);
    chatter.join();
    assertThat(Files.readString(file)).startsWith(Logs.lines(100));
  }

  @Test
  void anAppenderWhoseLockIsHeldForEverIsNamedAndCostsTheOthersNothing() {
    CountDownLatch writing = new CountDownLatch(1);
    Logger stuck = context.getLogger("stuck");
    stuck.setAdditive(false);
    stuck.addAppender(Logs.stream(context, "STUCK", new StuckStream(writing)));
    log.addAppender(Logs.bufferedFile(context, "FILE", file));
    logEvents(5);
    Thread holder = new Thread(() -> stuck.info("never written"), "app-stuck");
    holder.start();
    await().until(() -> writing.getCount() == 0);

    assertThatIOException()
        .isThrownBy(() -> LogbackTarget.of(context).flush(Deadline.after(ofMillis(200))))
        .withMessage("STUCK: its lock stayed with another thread [Locked by thread app-stuck]");

    assertThat(file).hasContent(Logs.lines(5));
  }

  @Test
  void eventsThatNobodyHandsOnAreCounted() {
    CountDownLatch taken = new CountDownLatch(1);
    log.addAppender(Logs.async(context, "ASYNC", new Deaf(taken)));
    log.info("taken");
    await().until(() -> taken.getCount() == 0);
    logEvents(7);

    assertThatIOException()
        .isThrownBy(() -> LogbackTarget.of(context).flush(Deadline.after(ofMillis(100))))
        .withMessage("ASYNC: 7 events were left in the queue");
  }

  @Test
  void aStoppedAppenderIsNoProblem() throws IOException {
    FileAppender<ILoggingEvent> appender = Logs.bufferedFile(context, "FILE", file);
    AsyncAppender async = Logs.async(context, "ASYNC", appender);
    log.addAppender(async);
    logEvents(5);
    async.stop();
    appender.stop();

    LogbackTarget.of(context).flush(soon());

    assertThat(file).hasContent(Logs.lines(5));
  }

  @Test
  void theRehearsalStopsNothing() throws IOException {
    log.addAppender(Logs.async(context, "ASYNC", Logs.bufferedFile(context, "FILE", file)));
    LogbackTarget target = LogbackTarget.of(context);

    target.rehearse(soon());
    logEvents(5);
    target.flush(soon());

    assertThat(file).hasContent(Logs.lines(5));
  }

  @Test
  void theContextBehindSlf4jIsFound() throws IOException {
    LogbackTarget.ofSlf4j().flush(soon());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogbackTarget.of(none()))
        .withMessage("context: null (expected: a value)");
  }

  private void logEvents(int count) {
    for (int i = 0; i < count; i++) {
      log.info("event {}", i);
    }
  }

  private static Deadline soon() {
    return Deadline.after(ofSeconds(30));
  }

  private static boolean workerIsAlive() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("AsyncAppender-Worker-ASYNC"));
  }

  @SuppressWarnings("NullAway")
  private static LoggerContext none() {
    return null;
  }

  /** Blocks in its first write for as long as the test runs. */
  private final class StuckStream extends OutputStream {
    private final CountDownLatch writing;

    StuckStream(CountDownLatch writing) {
      this.writing = writing;
    }

    @Override
    public void write(int octet) throws IOException {
      writing.countDown();
      try {
        never.await();
      } catch (InterruptedException interrupt) {
        throw new IOException(interrupt);
      }
    }
  }

  /** Ends the thread that hands it the first event; hands the others on. */
  private static final class DiesOnce extends AppenderBase<ILoggingEvent> {
    private final FileAppender<ILoggingEvent> behind;
    private boolean died;

    DiesOnce(FileAppender<ILoggingEvent> behind) {
      this.behind = behind;
      start();
    }

    @Override
    protected void append(ILoggingEvent event) {
      if (!died) {
        died = true;
        throw new StackOverflowError("simulated, on purpose");
      }
      behind.doAppend(event);
    }
  }

  /** Never comes back from its first event. */
  private final class Deaf extends AppenderBase<ILoggingEvent> {
    private final CountDownLatch taken;

    Deaf(CountDownLatch taken) {
      this.taken = taken;
      start();
    }

    @Override
    protected void append(ILoggingEvent event) {
      taken.countDown();
      try {
        never.await();
      } catch (InterruptedException interrupt) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
