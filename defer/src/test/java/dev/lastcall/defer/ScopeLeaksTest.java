package dev.lastcall.defer;

import static dev.lastcall.defer.Soon.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.defer.ScopeLeaks.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** This room's tests run with {@code lastcall.scope.leaks=all}. */
final class ScopeLeaksTest {
  private final List<Throwable> reported = new ArrayList<>();
  private final ScopeLeaks leaks = new ScopeLeaks(reported::add);

  @Test
  void aScopeThatIsNeverClosedIsLoggedOnceWithTheStackOfItsOpening() {
    Logger logger = Logger.getLogger("dev.lastcall.defer");
    List<LogRecord> records = new CopyOnWriteArrayList<>();
    Handler handler = new Recorder(records);
    long before = DeferScope.leaked();
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      for (int i = 0; i < 3; i++) {
        openAndClose();
        openAndForget();
      }
      await().until(() -> collected() && DeferScope.leaked() == before + 3);
    } finally {
      logger.setUseParentHandlers(true);
      logger.removeHandler(handler);
    }
    assertThat(records)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getMessage()).startsWith("A scope was never closed");
              assertThat(record.getThrown().getStackTrace())
                  .anyMatch(frame -> frame.getMethodName().equals("openAndForget"));
            });
  }

  @Test
  void eachLeakIsCountedAndEachPlaceReportedOnce() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      watchAndForget();
    }
    while (leaks.found() < 5) {
      System.gc();
      leaks.awaitLeak(20);
    }
    assertThat(leaks.awaitLeak(1)).isFalse();
    assertThat(leaks.watching()).isZero();
    assertThat(reported)
        .singleElement()
        .satisfies(
            stack -> assertThat(stack.getMessage()).contains(Thread.currentThread().getName()));
  }

  @Test
  void aClosedScopeIsNotReported() throws InterruptedException {
    leaks.watch().closed();
    watchAndForget();
    while (leaks.found() < 1) {
      System.gc();
      leaks.awaitLeak(20);
    }
    System.gc();

    assertThat(leaks.awaitLeak(20)).isFalse();
    assertThat(leaks.found()).isEqualTo(1);
    assertThat(leaks.watching()).isZero();
  }

  @Test
  void aScopeInUseIsNotReported() throws InterruptedException {
    ScopeLeaks.Token inUse = leaks.watch();
    System.gc();

    assertThat(leaks.awaitLeak(20)).isFalse();
    inUse.closed();
    assertThat(leaks.found()).isZero();
  }

  @Test
  void theLevelIsReadFromASettingAndSampledUnlessSet() {
    assertThat(Level.of("off")).isEqualTo(Level.OFF);
    assertThat(Level.of("sampled")).isEqualTo(Level.SAMPLED);
    assertThat(Level.of("all")).isEqualTo(Level.ALL);
    assertThat(Level.of(null)).isEqualTo(Level.SAMPLED);
    assertThat(Level.of("some")).isEqualTo(Level.SAMPLED);
  }

  private static boolean collected() {
    System.gc();
    return true;
  }

  private static void openAndClose() {
    DeferScope.open().close();
  }

  private static void openAndForget() {
    DeferScope.open().defer(() -> {});
  }

  private void watchAndForget() {
    assertThat(leaks.watch()).isNotNull();
  }

  private static final class Recorder extends Handler {
    private final List<LogRecord> records;

    Recorder(List<LogRecord> records) {
      this.records = records;
    }

    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
