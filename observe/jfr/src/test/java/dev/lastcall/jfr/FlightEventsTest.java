package dev.lastcall.jfr;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.PlainCleanup;
import dev.lastcall.defer.Bounded;
import dev.lastcall.defer.CleanupFailedException;
import dev.lastcall.defer.DeferScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightEventsTest {
  private final FlightEvents events = FlightEvents.start();

  @TempDir Path folder;

  @AfterEach
  void stop() {
    events.close();
  }

  @Test
  void recordsANamedScopeWithItsCleanups() throws Exception {
    Path file =
        recorded(
            () -> {
              try (DeferScope scope = DeferScope.open("transfer")) {
                scope.defer("audit", () -> {});
              }
            });
    assertThat(Flights.words(file))
        .containsExactlyInAnyOrder("Scope transfer completed", "Cleanup audit completed");
    RecordedEvent scope = Flights.event(file, "Scope transfer completed");
    RecordedEvent audit = Flights.event(file, "Cleanup audit completed");
    assertThat(scope.getInt("cleanups")).isEqualTo(1);
    assertThat(scope.getInt("depth")).isEqualTo(1);
    assertThat(audit.getString("scope")).isEqualTo("transfer");
    assertThat(audit.getBoolean("duringExit")).isFalse();
    assertThat(audit.getStartTime()).isAfterOrEqualTo(scope.getStartTime());
    assertThat(audit.getEndTime()).isBeforeOrEqualTo(scope.getEndTime());
    assertThat(audit.getThread().getJavaName()).isEqualTo(Thread.currentThread().getName());
  }

  @Test
  void saysWhatWasThrownAndWhereTimeWasLost() throws Exception {
    Path file =
        recorded(
            () -> {
              DeferScope scope = DeferScope.within("slow", ofMillis(50));
              scope.defer(
                  "broken",
                  () -> {
                    throw new IOException("disk");
                  });
              scope.defer("hanging", () -> new CountDownLatch(1).await());
              assertThatThrownBy(scope::close).isInstanceOf(CleanupFailedException.class);
            });
    assertThat(Flights.event(file, "Cleanup broken failed").getString("failure"))
        .isEqualTo("java.io.IOException: disk");
    RecordedEvent late = Flights.event(file, "Cleanup hanging timed-out");
    assertThat(late.getDuration("allotted")).isEqualTo(ofMillis(50));
    assertThat(late.getString("place")).contains("FlightEventsTest");
    assertThat(Flights.words(file)).contains("Scope slow timed-out");
  }

  @Test
  void recordsABoundedCallInsideAScope() throws Exception {
    Path file =
        recorded(
            () -> {
              try (DeferScope scope = DeferScope.open("around")) {
                Bounded.run("inside", ofSeconds(5), () -> {});
              }
            });
    assertThat(Flights.event(file, "Cleanup inside completed").getString("scope"))
        .isEqualTo("around");
  }

  @Test
  void makesOnlyWhatTheRecordingAsksFor() throws Exception {
    Path file = folder.resolve("some.jfr");
    try (Recording recording = new Recording()) {
      recording.disable("dev.lastcall.Scope");
      recording.enable("dev.lastcall.Cleanup").withThreshold(ofSeconds(10));
      recording.start();
      try (DeferScope scope = DeferScope.open("quick")) {
        scope.defer("soon", () -> {});
      }
      recording.dump(file);
    }
    assertThat(Flights.words(file)).isEmpty();
  }

  @Test
  void aRecordingThatBeginsInsideAScopeHasWhatBeganWithIt() throws Exception {
    Path file = folder.resolve("late.jfr");
    try (Recording recording = new Recording()) {
      try (DeferScope outer = DeferScope.open("outer")) {
        recording.start();
        outer.defer("action", () -> {});
      }
      DeferScope.open("next").close();
      recording.dump(file);
    }
    assertThat(Flights.words(file))
        .containsExactlyInAnyOrder("Cleanup action completed", "Scope next completed");
  }

  @Test
  void scopesThatNobodyClosesDoNotDisturbTheOthers() throws Exception {
    Path file =
        recorded(
            () -> {
              try (DeferScope scope = DeferScope.open("outer")) {
                scope.defer("action", () -> {});
                for (int i = 0; i < 300; i++) {
                  DeferScope.open("leaked").defer(() -> {});
                }
              }
              DeferScope.open("after").close();
            });
    assertThat(Flights.words(file)).contains("Cleanup action completed", "Scope after completed");
    assertThat(Flights.event(file, "Scope after completed").getInt("depth")).isEqualTo(1);
  }

  private Path recorded(PlainCleanup work) throws Exception {
    Path file = Files.createTempFile(folder, "flight", ".jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      work.run();
      recording.dump(file);
    }
    return file;
  }
}
