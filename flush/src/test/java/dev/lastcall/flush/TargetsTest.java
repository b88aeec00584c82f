package dev.lastcall.flush;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsTest {
  private static final Deadline SOON = Deadline.after(ofSeconds(60));

  @TempDir private Path folder;

  @Test
  void aBufferedWriterIsWrittenOut() throws Exception {
    Path file = folder.resolve("audit.log");
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("last words");
      assertThat(file).isEmptyFile();

      ChannelTarget.of(writer).flush(SOON);

      assertThat(file).hasContent("last words");
    }
  }

  @Test
  void aFileChannelIsForcedUntilItIsClosed() throws Exception {
    Path file = folder.resolve("journal");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FlushTarget target = ChannelTarget.of(channel);

    target.flush(SOON);
    channel.close();
    target.flush(SOON);

    assertThat(file).isEmptyFile();
  }

  @Test
  void aSnapshotReplacesTheFileInOneStepAndIsReadableForAll() throws Exception {
    Path file = folder.resolve("metrics.prom");
    Files.writeString(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    String text = "# TYPE défer counter\ndefer_timeout_total 1\n".repeat(1000);

    SnapshotTarget.of(file, () -> text).flush(SOON);

    assertThat(file).hasContent(text);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
    assertThat(names()).containsExactly("metrics.prom");
  }

  @Test
  void aSnapshotIsReadableForAllThoughALeftOverTemporaryFileWasNot() throws Exception {
    Path file = folder.resolve("metrics.prom");
    Path leftOver = Files.writeString(folder.resolve("metrics.prom.tmp"), "half");
    Files.setPosixFilePermissions(leftOver, PosixFilePermissions.fromString("rw-------"));

    SnapshotTarget.of(file, () -> "up 1\n").flush(SOON);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void aSnapshotsRehearsalLeavesNothingBehind() throws Exception {
    Path file = folder.resolve("metrics.prom");
    AtomicInteger scrapes = new AtomicInteger();

    SnapshotTarget.of(file, () -> "scrapes " + scrapes.incrementAndGet()).rehearse(SOON);

    assertThat(scrapes).hasValue(1);
    assertThat(names()).isEmpty();
  }

  @Test
  void aFailedSnapshotKeepsTheOldFileAndNoTemporaryOne() throws Exception {
    Path file = folder.resolve("metrics.prom");
    Files.writeString(file, "old");
    CharSequence broken = new Broken();

    assertThatThrownBy(() -> SnapshotTarget.of(file, () -> broken).flush(SOON))
        .hasRootCauseMessage("broken");

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("metrics.prom");
  }

  @Test
  void unpairedSurrogatesDoNotStopASnapshot() throws Exception {
    Path file = folder.resolve("metrics.prom");

    SnapshotTarget.of(file, () -> "a\ud800b😀").flush(SOON);

    assertThat(file).hasContent("a?b😀");
  }

  @Test
  void aSnapshotNeedsAFolderThatCanBeWritten() {
    Path missing = folder.resolve("missing/metrics.prom");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotTarget.of(missing, () -> ""))
        .withMessage("file: " + missing + " (expected: a file in a folder that can be written)");
    assertThatIllegalArgumentException().isThrownBy(() -> SnapshotTarget.of(folder, () -> ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SnapshotTarget.of(Path.of("/"), () -> ""));
  }

  @Test
  void aPoolIsClosedOnceAndNotInTheRehearsal() throws Exception {
    List<String> calls = new ArrayList<>();
    PoolTarget target =
        PoolTarget.of(() -> calls.add("close")).rehearsedBy(() -> calls.add("look"));

    target.rehearse(SOON);
    target.flush(SOON);
    target.flush(SOON);

    assertThat(calls).containsExactly("look", "close");
  }

  @Test
  void aPoolWithoutRehearsalIsLeftAloneAtStartUp() throws Exception {
    List<String> calls = new ArrayList<>();

    PoolTarget.of(() -> calls.add("close")).rehearse(SOON);

    assertThat(calls).isEmpty();
  }

  @Test
  void anExecutorIsShutDownWithoutWaiting() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    FlushTarget target = PoolTarget.of(executor);

    target.rehearse(SOON);
    assertThat(executor.isShutdown()).isFalse();
    target.flush(SOON);
    assertThat(executor.isShutdown()).isTrue();
  }

  @Test
  void handlersAreFlushedThoughOneThrows() {
    List<String> flushed = new ArrayList<>();
    Handler good = new Recording("good", flushed, null);
    IllegalStateException first = new IllegalStateException("first");
    IllegalStateException second = new IllegalStateException("second");
    FlushTarget target =
        JulTarget.of(
            new Recording("one", flushed, first), new Recording("two", flushed, second), good);

    assertThatIllegalStateException()
        .isThrownBy(() -> target.flush(SOON))
        .isSameAs(first)
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).containsExactly(second));

    assertThat(flushed).containsExactly("one", "two", "good");
  }

  @Test
  void theHandlersOfALoggerAreThoseItHasAtTheEndAndConsolesComeLast() throws Exception {
    List<String> flushed = new ArrayList<>();
    Logger logger = Logger.getAnonymousLogger();
    FlushTarget target = JulTarget.of(logger);
    logger.addHandler(
        new ConsoleHandler() {
          @Override
          public synchronized void flush() {
            flushed.add("console");
          }
        });
    logger.addHandler(new Recording("file", flushed, null));

    target.flush(SOON);

    assertThat(flushed).containsExactly("file", "console");
  }

  @Test
  void noHandlerIsBegunAfterTheDeadline() throws Exception {
    List<String> flushed = new ArrayList<>();
    FlushTarget target = JulTarget.of(new Recording("late", flushed, null));

    target.flush(Deadline.after(Duration.ZERO));

    assertThat(flushed).isEmpty();
  }

  @Test
  void aFileHandlersRecordsAreInTheFile() throws Exception {
    Path file = folder.resolve("jul.log");
    FileHandler handler = new FileHandler(file.toString());
    handler.publish(new LogRecord(Level.INFO, "last words"));

    JulTarget.of(handler).flush(SOON);

    assertThat(Files.readString(file)).contains("last words");
    handler.close();
  }

  @Test
  void badArgumentsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JulTarget.of())
        .withMessage("handlers: none (expected: at least one)");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static final class Recording extends Handler {
    private final String name;
    private final List<String> flushed;
    private final @Nullable RuntimeException thrown;

    Recording(String name, List<String> flushed, @Nullable RuntimeException thrown) {
      this.name = name;
      this.flushed = flushed;
      this.thrown = thrown;
    }

    @Override
    public void publish(LogRecord entry) {}

    @Override
    public void flush() {
      flushed.add(name);
      if (thrown != null) {
        throw thrown;
      }
    }

    @Override
    public void close() {}
  }

  private static final class Broken implements CharSequence {
    @Override
    public int length() {
      return 10;
    }

    @Override
    public char charAt(int index) {
      throw new IllegalStateException("broken");
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return this;
    }
  }
}
