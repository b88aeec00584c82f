package dev.lastcall.log4j2;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.lastcall.api.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractOutputStreamAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Log4j2TargetTest {
  private static final int EVENTS = 10_000;

  @TempDir private Path folder;
  private final CountDownLatch never = new CountDownLatch(1);
  private LoggerContext context = new LoggerContext("none");
  private Path file = Path.of("");

  @BeforeEach
  void nameFile() {
    file = folder.resolve("app.log");
  }

  @AfterEach
  void letGo() {
    never.countDown();
    context.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "File",
        "RandomAccessFile",
        "MemoryMappedFile",
        "RollingFile",
        "RollingRandomAccessFile"
      })
  void whatABufferedFileHoldsIsWrittenOut(String plugin) throws IOException {
    context = new Logs().file(plugin, "FILE", file).root("FILE");
    logEvents(5);

    Log4j2Target.of(context).flush(soon());

    assertThat(Files.readString(file)).startsWith(Logs.lines(5));
  }

  @Test
  void withoutTheFlushTheBufferWouldBeLost() {
    context = new Logs().file("RollingFile", "FILE", file).root("FILE");
    logEvents(5);

    assertThat(file).isEmptyFile();
  }

  @Test
  void whatAnAsynchronousAppenderHoldsIsWrittenOutToo() {
    context = new Logs().file("RollingFile", "FILE", file).async("ASYNC", "FILE").root("ASYNC");

    assertThatAllIsWritten();
  }

  @Test
  void whatARingBufferHoldsIsWrittenOutToo() {
    context = new Logs().file("RandomAccessFile", "FILE", file).asyncRoot("FILE");

    assertThatAllIsWritten();
  }

  @Test
  void aManagerThatIsHeldForEverIsFlushedLast() throws InterruptedException {
    context =
        new Logs()
            .file("File", "A-STUCK", folder.resolve("stuck.log"))
            .file("File", "FILE", file)
            .logger("stuck", "A-STUCK")
            .root("FILE");
    logEvents(5);
    AbstractOutputStreamAppender<?> stuck = context.getConfiguration().getAppender("A-STUCK");
    holdForEver(stuck.getManager());
    Thread flusher = new Thread(this::flushQuietly, "flusher");
    flusher.start();

    await().until(() -> flusher.getState() == Thread.State.BLOCKED);

    assertThat(file).hasContent(Logs.lines(5));
    never.countDown();
    flusher.join();
  }

  @Test
  void eventsThatNobodyHandsOnAreCounted() {
    context = new Logs().file("File", "FILE", file).async("ASYNC", "FILE").root("ASYNC");
    logEvents(1);
    AbstractOutputStreamAppender<?> behind = context.getConfiguration().getAppender("FILE");
    await().until(() -> Backlog.of(context).get(0).isGone());
    holdForEver(behind.getManager());
    logEvents(8);
    await().until(() -> Backlog.of(context).get(0).words().startsWith("ASYNC: 7 events"));
    Deadline deadline = Deadline.after(ofMillis(100));
    Thread opener =
        new Thread(
            () -> {
              await().until(deadline::isExpired);
              never.countDown();
            });
    opener.start();

    assertThatIOException()
        .isThrownBy(() -> Log4j2Target.of(context).flush(deadline))
        .withMessageStartingWith("ASYNC: 7 events were left in the queue");
  }

  @Test
  void theRehearsalStopsNothing() throws Exception {
    context = new Logs().file("RollingFile", "FILE", file).async("ASYNC", "FILE").root("ASYNC");
    Log4j2Target target = Log4j2Target.of(context);

    target.rehearse(soon());
    logEvents(5);
    target.flush(soon());

    assertThat(file).hasContent(Logs.lines(5));
  }

  @Test
  void theContextOfTheCallerIsFound() throws IOException {
    context = new Logs().file("File", "FILE", file).root("FILE");
    logEvents(5);

    Log4j2Target.ofCurrent().flush(soon());

    assertThat(file).hasContent(Logs.lines(5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Log4j2Target.of(none()))
        .withMessage("context: null (expected: a value)");
  }

  private void assertThatAllIsWritten() {
    logEvents(EVENTS);
    flushQuietly();
    assertThat(file).hasContent(Logs.lines(EVENTS));
  }

  private void flushQuietly() {
    try {
      Log4j2Target.of(context).flush(soon());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private void holdForEver(Object monitor) {
    CountDownLatch held = new CountDownLatch(1);
    Thread holder =
        new Thread(
            () -> {
              synchronized (monitor) {
                held.countDown();
                awaitNever();
              }
            },
            "app-stuck");
    holder.start();
    await().until(() -> held.getCount() == 0);
  }

  private void awaitNever() {
    try {
      never.await();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  private void logEvents(int count) {
    for (int i = 0; i < count; i++) {
      context.getRootLogger().info("event {}", i);
    }
  }

  private static Deadline soon() {
    return Deadline.after(ofSeconds(30));
  }

  @SuppressWarnings("NullAway")
  private static LoggerContext none() {
    return null;
  }
}
