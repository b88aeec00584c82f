package dev.lastcall.log4j2;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalAppenderTest {
  private static final String EVERYTHING =
      "%d{ISO8601} %level [%t] %logger %X %x %marker - %msg%n%throwable";
  private static final String MESSAGE = "%msg%n";

  @TempDir private Path folder;
  private final LoggerContext context = new LoggerContext("test");
  private final Statuses statuses = new Statuses();

  @BeforeEach
  void listen() {
    StatusLogger.getLogger().registerListener(statuses);
  }

  @AfterEach
  void stop() {
    context.stop();
    ThreadContext.clearAll();
    StatusLogger.getLogger().removeListener(statuses);
  }

  @Test
  void whatComesOutOfTheJournalReadsAsIfItHadNotBeenInIt() throws IOException {
    Logger log = start(file("DIRECT", "direct.log", EVERYTHING) + journaled(EVERYTHING), "DIRECT");

    log.info("plain {} and {}", 1, "two");
    ThreadContext.put("trace", "abc");
    ThreadContext.push("inner");
    log.warn("with context, Zürich, 订单 \uD83D\uDE80");
    log.error(
        MarkerManager.getMarker("AUDIT"),
        "with a cause",
        new IllegalStateException("outer", new IOException("inner")));
    log.log(Level.forName("NOTICE", 350), "a level of our own");
    log.debug("below the level");
    context.stop();

    assertThat(folder.resolve("app.log"))
        .hasSameTextualContentAs(folder.resolve("direct.log"))
        .content()
        .contains("two", "{trace=abc}", "[inner]", "AUDIT", "Caused by: ", "NOTICE");
  }

  @Test
  void theFlushTargetWaitsForTheJournal() throws IOException {
    Logger log = start(journaled(MESSAGE));
    for (int i = 0; i < 5_000; i++) {
      log.info("event {}", i);
    }

    Log4j2Target.of(context).flush(Deadline.after(ofSeconds(20)));

    assertThat(Files.readAllLines(folder.resolve("app.log")))
        .hasSize(5_000)
        .last()
        .isEqualTo("event 4999");
  }

  @Test
  void aStopDeliversWhatIsThereInWhateverOrderAppendersAreStopped() throws IOException {
    for (String name : List.of("A", "FILE", "M", "Z", "a", "z9")) {
      LoggerContext other = new LoggerContext(name);
      String journal = "<Journal name='J' folder='%s/j%s'><AppenderRef ref='%s'/></Journal>";
      Logger log =
          start(
              other,
              file(name, name + ".log", MESSAGE) + journal.formatted(folder, name, name),
              "J");
      for (int i = 0; i < 2_000; i++) {
        log.info("event {}", i);
      }
      other.stop();

      assertThat(Files.readAllLines(folder.resolve(name + ".log"))).hasSize(2_000);
    }
  }

  @Test
  void aNewConfigurationGoesOnInTheSameFolder() throws IOException {
    Logger log = start(journaled(MESSAGE));
    log.info("one");
    start(journaled(MESSAGE));
    log.info("two");
    context.stop();

    assertThat(folder.resolve("app.log")).hasContent("one\ntwo\n");
    assertThat(statuses.texts).isEmpty();
  }

  @Test
  void withoutAJournalEventsGoToTheAppendersDirectly() throws IOException {
    Files.createFile(folder.resolve("journal"));
    Logger log = start(journaled(MESSAGE));

    log.info("one");
    log.info("two");
    context.stop();

    assertThat(folder.resolve("app.log")).hasContent("one\ntwo\n");
    assertThat(statuses.texts).isNotEmpty();
  }

  @Test
  void levelAndFilterOfTheReferenceCount() throws IOException {
    Logger log =
        start(file("FILE", "app.log", MESSAGE) + journal("<AppenderRef ref='FILE' level='WARN'/>"));

    log.info("no");
    log.warn("yes");
    context.stop();

    assertThat(folder.resolve("app.log")).hasContent("yes\n");
  }

  @Test
  void wrongSettingsGoToTheStatus() {
    start("<Journal name='J'><AppenderRef ref='FILE'/></Journal>", "J");
    start("<Journal name='J' folder='x'/>", "J");
    start(journal("<AppenderRef ref='NOBODY'/>"));

    assertThat(statuses.texts)
        .anyMatch(text -> text.contains("folder: missing (expected: the journal's folder)"))
        .anyMatch(text -> text.contains("AppenderRef: missing"))
        .anyMatch(text -> text.contains("no appender is called NOBODY"));
  }

  @Test
  void aQueueBehindTheJournalIsWarnedOf() {
    start(
        file("FILE", "app.log", MESSAGE)
            + "<Async name='ASYNC'><AppenderRef ref='FILE'/></Async>"
            + journal("<AppenderRef ref='ASYNC'/>"));

    assertThat(statuses.texts).anyMatch(text -> text.contains("ASYNC has a queue of its own"));
  }

  private Logger start(String appenders, String... more) {
    return start(context, appenders, more.length == 0 ? new String[] {"JOURNAL"} : both(more));
  }

  private static String[] both(String... more) {
    return more[0].equals("J") ? more : new String[] {more[0], "JOURNAL"};
  }

  private static Logger start(LoggerContext context, String appenders, String... references) {
    StringBuilder text = new StringBuilder("<Configuration><Appenders>").append(appenders);
    text.append("</Appenders><Loggers><Root level='INFO'>");
    for (String reference : references) {
      text.append("<AppenderRef ref='").append(reference).append("'/>");
    }
    text.append("</Root></Loggers></Configuration>");
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    try {
      context.setConfiguration(
          new XmlConfiguration(context, new ConfigurationSource(new ByteArrayInputStream(bytes))));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
    return context.getLogger("orders");
  }

  private String journaled(String pattern) {
    return file("FILE", "app.log", pattern) + journal("<AppenderRef ref='FILE'/>");
  }

  private String journal(String references) {
    return "<Journal name='JOURNAL' folder='" + folder + "/journal'>" + references + "</Journal>";
  }

  private String file(String name, String file, String pattern) {
    return "<File name='%s' fileName='%s/%s'><PatternLayout pattern='%s'/></File>"
        .formatted(name, folder, file, pattern);
  }

  /** What Log4j says of itself, from WARN up. */
  private static final class Statuses implements StatusListener {
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public void log(StatusData data) {
      texts.add(data.getMessage().getFormattedMessage());
    }

    @Override
    public Level getStatusLevel() {
      return Level.WARN;
    }

    @Override
    public void close() {}
  }
}
