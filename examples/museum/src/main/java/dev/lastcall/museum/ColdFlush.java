package dev.lastcall.museum;

import static java.time.Duration.ofSeconds;

import dev.lastcall.runtime.Lastcall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A flush that runs for the first time in the last 100 ms and spends them on loading classes. */
public final class ColdFlush {
  private ColdFlush() {}

  /**
   * Waits for a signal and then writes a snapshot.
   *
   * @param arguments the form
   * @throws InterruptedException if the wait is interrupted
   */
  public static void main(String[] arguments) throws InterruptedException {
    long beforehand = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    if (Form.of(arguments) == Form.NAIVE) {
      Runtime.getRuntime().addShutdownHook(new Thread(ColdFlush::flushAndCount));
      System.out.println("serving, " + beforehand + " classes");
      TimeUnit.HOURS.sleep(1);
    } else {
      Lastcall lastcall = Lastcall.builder().gracePeriod(ofSeconds(20)).install();
      lastcall.flushLast("snapshot", deadline -> flushAndCount());
      lastcall.ready();
      System.out.println("serving, " + beforehand + " classes");
      lastcall.awaitExit();
    }
  }

  private static void flushAndCount() {
    long before = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    writeSnapshot();
    long loaded = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() - before;
    System.out.println("flush loaded " + loaded + " classes");
  }

  private static void writeSnapshot() {
    String now =
        DateTimeFormatter.RFC_1123_DATE_TIME
            .withLocale(Locale.ROOT)
            .format(ZonedDateTime.now(ZoneOffset.UTC));
    String text =
        String.format(Locale.ROOT, "# %s%norders_total %d%nlatency %.3f%n", now, 17, 0.25);
    try {
      Files.writeString(Path.of("snapshot.prom"), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
