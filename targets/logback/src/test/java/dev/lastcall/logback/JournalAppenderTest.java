package dev.lastcall.logback;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.status.Status;
import dev.lastcall.api.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MarkerFactory;

class JournalAppenderTest {
  private static final String EVERYTHING =
      "%d{ISO8601} %level [%thread] %logger %mdc %marker %kvp - %msg%n%ex";

  @TempDir private Path folder;
  private final LoggerContext context = new LoggerContext();
  private final CountDownLatch gate = new CountDownLatch(1);
  private Logger log = Logs.root(context);

  @BeforeEach
  void adapt() {
    context.setMDCAdapter(new LogbackMDCAdapter());
    log = Logs.root(context);
  }

  @AfterEach
  void letGo() {
    gate.countDown();
    context.stop();
  }

  @Test
  void whatComesOutOfTheJournalReadsAsIfItHadNotBeenInIt() throws IOException {
    log.addAppender(Logs.file(context, "DIRECT", folder.resolve("direct.log"), EVERYTHING));
    log.addAppender(journal(Logs.file(context, "FILE", folder.resolve("app.log"), EVERYTHING)));

    log.info("plain {} and {}", 1, "two");
    context.getMDCAdapter().put("trace", "abc");
    log.atWarn().addKeyValue("order", 17).log("with context, Zürich, 订单 \uD83D\uDE80");
    log.error(
        MarkerFactory.getMarker("AUDIT"),
        "with a cause",
        new IllegalStateException("outer", new IOException("inner")));
    log.debug("below the level");
    context.stop();

    assertThat(folder.resolve("app.log"))
        .hasSameTextualContentAs(folder.resolve("direct.log"))
        .content()
        .contains("two", "trace=abc", "order=\"17\"", "AUDIT", "Caused by: ", "common frames");
  }

  @Test
  void whereItWasLoggedIsKeptIfAskedFor() throws IOException {
    JournalAppender journal =
        unstarted(
            Logs.file(context, "FILE", folder.resolve("app.log"), "%class{0}.%method %msg%n"));
    journal.setIncludeCallerData(true);
    journal.start();
    log.addAppender(journal);

    log.info("here");
    context.stop();

    assertThat(folder.resolve("app.log"))
        .hasContent("JournalAppenderTest.whereItWasLoggedIsKeptIfAskedFor here\n");
  }

  @Test
  void theFlushTargetWaitsForTheJournal() throws IOException {
    log.addAppender(journal(Logs.bufferedFile(context, "FILE", folder.resolve("app.log"))));
    for (int i = 0; i < 5_000; i++) {
      log.info("event {}", i);
    }

    LogbackTarget.of(context).flush(soon());

    assertThat(folder.resolve("app.log")).hasContent(Logs.lines(5_000));
  }

  @Test
  void theFlushTargetSaysWhatWaitsAndIsNotLost() {
    log.addAppender(journal(appender("STUCK", event -> gate.await())));
    log.info("one");
    log.info("two");

    assertThatIOException()
        .isThrownBy(() -> LogbackTarget.of(context).flush(Deadline.after(Duration.ofMillis(50))))
        .withMessageStartingWith("JOURNAL: 2 records wait in the journal, not lost; ");
  }

  @Test
  void loggingGoesOnAfterTheFlushTarget() throws IOException {
    log.addAppender(journal(Logs.bufferedFile(context, "FILE", folder.resolve("app.log"))));
    LogbackTarget.of(context).flush(soon());
    log.info("event {}", 0);
    LogbackTarget.of(context).flush(soon());

    assertThat(folder.resolve("app.log")).hasContent(Logs.lines(1));
  }

  @Test
  void whatAnAppenderLogsWhileItIsCalledDoesNotLoop() {
    List<String> got = new CopyOnWriteArrayList<>();
    log.addAppender(
        journal(
            appender(
                "CHATTY",
                event -> {
                  got.add(event.getFormattedMessage());
                  log.info("about {}", event.getFormattedMessage());
                })));

    log.info("one");
    log.info("two");
    await().until(() -> got.size() == 2);
    context.stop();

    assertThat(got).containsExactly("one", "two");
    assertThat(statuses()).anyMatch(text -> text.contains("is not kept, such as: about one"));
  }

  @Test
  void withoutAJournalEventsGoToTheAppendersDirectly() throws IOException {
    Files.createFile(folder.resolve("journal"));
    log.addAppender(journal(Logs.bufferedFile(context, "FILE", folder.resolve("app.log"))));

    log.info("event {}", 0);
    log.info("event {}", 1);
    context.stop();

    assertThat(folder.resolve("app.log")).hasContent(Logs.lines(2));
    assertThat(statuses()).isNotEmpty();
  }

  @Test
  void anAppenderBehindKeepsItsFilter() {
    FileAppender<ILoggingEvent> file =
        Logs.file(context, "FILE", folder.resolve("app.log"), "%msg%n");
    ThresholdFilter filter = new ThresholdFilter();
    filter.setLevel("WARN");
    filter.start();
    file.addFilter(filter);
    log.addAppender(journal(file));

    log.info("no");
    log.warn("yes");
    context.stop();

    assertThat(folder.resolve("app.log")).hasContent("yes\n");
  }

  @Test
  void wrongSettingsGoToTheStatus() {
    JournalAppender without = new JournalAppender();
    without.setContext(context);
    without.start();
    JournalAppender wrong = unstarted(appender("A", event -> {}));
    wrong.setSegmentSize(ch.qos.logback.core.util.FileSize.valueOf("1KB"));
    wrong.start();

    assertThat(without.isStarted()).isFalse();
    assertThat(wrong.isStarted()).isFalse();
    assertThat(statuses())
        .contains(
            "folder: missing (expected: the journal's folder)",
            "appender-ref: missing (expected: at least one, where the events are to go)",
            "segmentBytes: 1024 (expected: 65536 to 268435456)");
  }

  @Test
  void aQueueBehindTheJournalIsWarnedOf() {
    log.addAppender(journal(Logs.async(context, "ASYNC", appender("A", event -> {}))));

    assertThat(statuses()).anyMatch(text -> text.startsWith("ASYNC has a queue of its own"));
  }

  @Test
  void aRestartedContextGoesOnInTheSameFolder() {
    log.addAppender(journal(Logs.bufferedFile(context, "FILE", folder.resolve("app.log"))));
    log.info("event {}", 0);
    context.reset();
    Logs.root(context)
        .addAppender(journal(Logs.bufferedFile(context, "FILE", folder.resolve("app.log"))));
    log.info("event {}", 1);
    context.stop();

    assertThat(folder.resolve("app.log")).hasContent(Logs.lines(2));
  }

  @Test
  void anAppenderThatIsStoppedIsWaitedFor() {
    List<String> got = new CopyOnWriteArrayList<>();
    Appender<ILoggingEvent> behind = appender("A", event -> got.add(event.getMessage()));
    log.addAppender(journal(behind));
    behind.stop();
    log.info("one");
    await().until(() -> statuses().stream().anyMatch(text -> text.contains("A is stopped")));

    behind.start();

    await().until(() -> got.equals(List.of("one")));
  }

  private JournalAppender journal(Appender<ILoggingEvent> behind) {
    JournalAppender journal = unstarted(behind);
    journal.start();
    return journal;
  }

  private JournalAppender unstarted(Appender<ILoggingEvent> behind) {
    JournalAppender journal = new JournalAppender();
    journal.setName("JOURNAL");
    journal.setContext(context);
    journal.setFolder(folder.resolve("journal").toString());
    journal.setFlushTimeout(ch.qos.logback.core.util.Duration.buildBySeconds(10));
    journal.addAppender(behind);
    return journal;
  }

  private Appender<ILoggingEvent> appender(String name, Body body) {
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            try {
              body.append(event);
            } catch (InterruptedException interrupt) {
              Thread.currentThread().interrupt();
            }
          }
        };
    appender.setName(name);
    appender.setContext(context);
    appender.start();
    return appender;
  }

  private List<String> statuses() {
    return context.getStatusManager().getCopyOfStatusList().stream()
        .filter(status -> status.getLevel() >= Status.WARN)
        .map(Status::getMessage)
        .toList();
  }

  private static Deadline soon() {
    return Deadline.after(ofSeconds(20));
  }

  /** What an appender does. */
  private interface Body {
    void append(ILoggingEvent event) throws InterruptedException;
  }
}
