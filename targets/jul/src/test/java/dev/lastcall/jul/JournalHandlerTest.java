package dev.lastcall.jul;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.api.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.XMLFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalHandlerTest {
  @TempDir private Path folder;
  private final Logger log = Logger.getAnonymousLogger();
  private final List<String> errors = new CopyOnWriteArrayList<>();

  @AfterEach
  void closeHandlers() {
    for (Handler handler : log.getHandlers()) {
      log.removeHandler(handler);
      handler.close();
    }
  }

  @Test
  void theFileReadsAsTheOneOfTheFileHandler() throws IOException {
    FileHandler direct = new FileHandler(folder.resolve("direct.log").toString());
    direct.setFormatter(new SimpleFormatter());
    direct.setEncoding("UTF-8");
    log.setUseParentHandlers(false);
    log.addHandler(direct);
    log.addHandler(builder().open());

    log.info("plain");
    log.log(Level.WARNING, "with {0} and '{'1} in Zürich, 订单", new Object[] {"one", 2});
    log.log(Level.SEVERE, "with a cause", new IllegalStateException("outer", new IOException()));
    log.info("no {place");
    log.log(Level.INFO, "not a format {0", new Object[] {1});
    closeHandlers();

    assertThat(folder.resolve("app.log"))
        .hasSameTextualContentAs(folder.resolve("direct.log"))
        .content()
        .contains("theFileReadsAsTheOneOfTheFileHandler", "Caused by: java.io.IOException");
  }

  @Test
  void everyFieldOfTheXmlFormatterIsKept() throws IOException {
    log.setUseParentHandlers(false);
    List<LogRecord> given = new ArrayList<>();
    JournalHandler handler = builder().formatter(new XMLFormatter()).open();
    log.addHandler(remembering(given));
    log.addHandler(handler);
    log.log(Level.INFO, "{0}", "a & b");
    closeHandlers();

    // Parameters are filled in; the formatter prints them a second time if it gets them.
    LogRecord shown = given.get(0);
    shown.setMessage("a & b");
    shown.setParameters(null);
    assertThat(folder.resolve("app.log")).hasContent(new XMLFormatter().format(shown));
  }

  @Test
  void handlersBehindGetEveryRecord() {
    List<LogRecord> got = new CopyOnWriteArrayList<>();
    log.setUseParentHandlers(false);
    JournalHandler handler =
        JournalHandler.in(folder.resolve("journal")).handler(remembering(got)).open();
    log.addHandler(handler);
    for (int i = 0; i < 1_000; i++) {
      log.info("event " + i);
    }
    handler.flush();

    assertThat(got).hasSize(1_000);
    assertThat(got.get(999).getMessage()).isEqualTo("event 999");
    assertThat(got.get(0).getSourceMethodName()).isEqualTo("handlersBehindGetEveryRecord");
  }

  @Test
  void itIsAFlushTarget() throws IOException {
    log.setUseParentHandlers(false);
    JournalHandler handler = builder().formatter(new Plain()).open();
    log.addHandler(handler);
    log.info("one");

    handler.flush(Deadline.after(ofSeconds(20)));
    assertThat(folder.resolve("app.log")).hasContent("one\n");
    log.info("two");
    handler.flush(Deadline.after(ofSeconds(20)));
    assertThat(folder.resolve("app.log")).hasContent("one\ntwo\n");
  }

  @Test
  void whatIsLoggedWhileARecordIsDeliveredDoesNotLoop() {
    List<LogRecord> got = new CopyOnWriteArrayList<>();
    log.setUseParentHandlers(false);
    Handler chatty =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            got.add(record);
            log.info("about " + record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    JournalHandler handler = JournalHandler.in(folder.resolve("journal")).handler(chatty).open();
    handler.setErrorManager(errorManager());
    log.addHandler(handler);

    log.info("one");
    handler.flush();

    assertThat(got).hasSize(1);
    assertThat(errors).anyMatch(text -> text.contains("is not kept, such as: about one"));
  }

  @Test
  void withoutAJournalRecordsGoToTheirPlacesDirectly() throws IOException {
    Files.createFile(folder.resolve("journal"));
    log.setUseParentHandlers(false);
    List<LogRecord> got = new CopyOnWriteArrayList<>();
    JournalHandler handler = builder().formatter(new Plain()).handler(remembering(got)).open();
    log.addHandler(handler);

    log.info("one");

    assertThat(folder.resolve("app.log")).hasContent("one\n");
    assertThat(got).hasSize(1);
  }

  @Test
  void levelAndFilterCount() {
    List<LogRecord> got = new CopyOnWriteArrayList<>();
    log.setUseParentHandlers(false);
    JournalHandler handler =
        JournalHandler.in(folder.resolve("journal"))
            .handler(remembering(got))
            .level(Level.WARNING)
            .filter(record -> !record.getMessage().equals("filtered"))
            .open();
    log.addHandler(handler);
    log.info("no");
    log.warning("filtered");
    log.warning("yes");
    handler.flush();

    assertThat(got).extracting(LogRecord::getMessage).containsExactly("yes");
  }

  @Test
  void propertiesSayWhatIsWrong() throws IOException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(""))
        .withMessage(
            "dev.lastcall.jul.JournalHandler.folder: missing (expected: the journal's folder)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("folder=" + folder + "/j"))
        .withMessage("file, handlers: none (expected: a file or a handler behind the journal)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("folder=" + folder + "/j", "file=x", "whenFull=sometimes"))
        .withMessage(
            "dev.lastcall.jul.JournalHandler.whenFull: sometimes (expected: REFUSE or DROP_OLDEST)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("folder=" + folder + "/j", "handlers=no.such.Handler"))
        .withMessage("class: no.such.Handler (expected: a public Handler without parameters)");
    LogManager.getLogManager().readConfiguration();
  }

  private static void read(String... properties) {
    String prefix = JournalHandler.class.getName() + ".";
    String text = prefix + String.join("\n" + prefix, properties);
    try {
      LogManager.getLogManager()
          .readConfiguration(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
    new JournalHandler().close();
  }

  private JournalHandler.Builder builder() {
    return JournalHandler.in(folder.resolve("journal")).file(folder.resolve("app.log"));
  }

  private static Handler remembering(List<LogRecord> records) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        records.add(record);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private ErrorManager errorManager() {
    return new ErrorManager() {
      @Override
      public synchronized void error(@Nullable String text, @Nullable Exception failed, int code) {
        errors.add(String.valueOf(text));
      }
    };
  }

  /** The message alone. */
  private static final class Plain extends java.util.logging.Formatter {
    @Override
    public String format(LogRecord record) {
      return record.getMessage() + "\n";
    }
  }
}
