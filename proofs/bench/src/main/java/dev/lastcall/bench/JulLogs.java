package dev.lastcall.bench;

import dev.lastcall.api.Deadline;
import dev.lastcall.jul.JournalHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Loggers of {@code java.util.logging} whose lines end in a file. */
public final class JulLogs {
  private JulLogs() {}

  private static Logger logger(String name, Handler handler) {
    Logger logger = Logger.getLogger(name);
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
    return logger;
  }

  /** {@link JournalHandler} with its file. */
  @State(Scope.Benchmark)
  public static class Journaled {
    final BenchFolder place = BenchFolder.make();
    final JournalHandler handler =
        JournalHandler.in(place.file("journal")).file(place.file("app.log")).open();
    final Logger log = logger("dev.lastcall.bench.Journaled", handler);

    @Setup
    public void warm() {
      LoggingBenchmark.warm(() -> LoggingBenchmark.burst(log), handler::flush);
    }

    @TearDown
    public void stop() throws IOException {
      handler.close();
      place.delete();
    }
  }

  /** The JDK's file handler. */
  @State(Scope.Benchmark)
  public static class Plain {
    final BenchFolder place = BenchFolder.make();
    final FileHandler handler = fileHandler();
    final Logger log = logger("dev.lastcall.bench.Plain", handler);

    private FileHandler fileHandler() {
      try {
        FileHandler opened = new FileHandler(place.file("app.log").toString());
        opened.setFormatter(new SimpleFormatter());
        return opened;
      } catch (IOException failed) {
        throw new IllegalStateException(failed);
      }
    }

    @Setup
    public void warm() {
      LoggingBenchmark.warm(() -> LoggingBenchmark.burst(log), handler::flush);
    }

    @TearDown
    public void stop() throws IOException {
      handler.close();
      place.delete();
    }
  }

  /** Waits between two bursts of a thread until the lines are in the file. */
  @State(Scope.Thread)
  public static class AfterJournal {
    @Setup(Level.Invocation)
    public void writeOut(Journaled logs) throws IOException {
      logs.handler.flush(Deadline.after(Duration.ofSeconds(10)));
    }
  }
}
