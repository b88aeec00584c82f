package dev.lastcall.museum;

import static dev.lastcall.museum.Form.LASTCALL;
import static dev.lastcall.museum.Form.NAIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Each failure is seen to happen, and then seen not to happen. */
final class MuseumTest {
  @TempDir private Path directory;

  @Test
  void haltSkipsTheWorkThatFinallyWasToDo() {
    assertThat(run(ExitSkipsFinally.class, NAIVE).output()).containsExactly("working");
    Ending mended = run(ExitSkipsFinally.class, LASTCALL);
    assertThat(mended.output()).containsExactly("working", "order saved");
    assertThat(mended.exitCode()).isZero();
  }

  @Test
  void exitInsideAHookNeverReturnsAndTheRestNeverRuns() {
    Ending naive =
        Exhibit.of(ExitInsideHook.class, NAIVE, directory).serveAndTerminateButNotForEver();
    assertThat(naive.killed()).isTrue();
    Ending mended = Exhibit.of(ExitInsideHook.class, LASTCALL, directory).serveAndTerminate();
    assertThat(mended.killed()).isFalse();
    assertThat(mended.output()).contains("pool broken, giving up", "journal closed");
    assertThat(String.join("\n", mended.errors())).contains("abandoned");
  }

  @Test
  void linesLoggedByAHookAreLost() throws IOException {
    Exhibit.of(HooksRaceTheLogger.class, NAIVE, directory).serveAndTerminate();
    assertThat(closingStepsInLog()).isLessThan(5);
    Exhibit.of(HooksRaceTheLogger.class, LASTCALL, directory).serveAndTerminate();
    assertThat(closingStepsInLog()).isEqualTo(5);
  }

  @Test
  void theLastExceptionHidesTheFirstAndStopsTheRest() {
    assertThat(run(LastExceptionWins.class, NAIVE).output())
        .containsExactly("caught: file is closed already");
    assertThat(run(LastExceptionWins.class, LASTCALL).output())
        .containsExactly(
            "copy deleted", "caught: row 7 is damaged", "suppressed: file is closed already");
  }

  @Test
  void anUnlockBeforeTheLockHidesWhyTheLockWasNotTaken() {
    assertThat(run(UnlockBeforeLock.class, NAIVE).output())
        .containsExactly("caught: IllegalMonitorStateException");
    assertThat(run(UnlockBeforeLock.class, LASTCALL).output())
        .containsExactly("caught: InterruptedException");
  }

  @Test
  void aCancelledTaskIsCleanedUpAfterWhileItStillRuns() {
    assertThat(run(CancellationRacesCleanup.class, NAIVE).output())
        .containsExactly("wrote to a closed connection");
    assertThat(run(CancellationRacesCleanup.class, LASTCALL).output())
        .containsExactly("rolled back");
  }

  @Test
  void cleanupsRegisteredForEachRequestFillTheHeap() {
    Ending naive =
        Exhibit.of(CleanupsPileUp.class, NAIVE, directory, "-Xmx64m", "-Xss256k").runToItsEnd();
    assertThat(naive.exitCode()).isEqualTo(3);
    Ending mended = Exhibit.of(CleanupsPileUp.class, LASTCALL, directory, "-Xmx64m").runToItsEnd();
    assertThat(mended.output()).containsExactly("served 20000, released 20000");
  }

  @Test
  @EnabledForJreRange(
      min = JRE.JAVA_21,
      disabledReason = "virtual threads exist from JDK 21 on; runs on the JDK 25 leg")
  void aCleanupOnAVirtualThreadStarvesBehindBusyOnes() {
    assertThat(
            Exhibit.of(VirtualThreadsStarve.class, NAIVE, directory).serveAndTerminate().output())
        .contains("gave up: TimeoutException")
        .doesNotContain("orders closed");
    assertThat(
            Exhibit.of(VirtualThreadsStarve.class, LASTCALL, directory)
                .serveAndTerminate()
                .output())
        .contains("orders closed");
  }

  @Test
  void aColdFlushSpendsItsTimeOnLoadingClasses() {
    int cold = classesLoaded(Exhibit.of(ColdFlush.class, NAIVE, directory).serveAndTerminate());
    int rehearsed =
        classesLoaded(Exhibit.of(ColdFlush.class, LASTCALL, directory).serveAndTerminate());
    assertThat(cold).isGreaterThan(50);
    assertThat(rehearsed).isZero();
  }

  private Ending run(Class<?> program, Form form) {
    return Exhibit.of(program, form, directory).runToItsEnd();
  }

  private long closingStepsInLog() throws IOException {
    try (var lines = Files.lines(directory.resolve("orders.log"))) {
      return lines.filter(line -> line.contains("closing step")).count();
    }
  }

  private static int classesLoaded(Ending ending) {
    String last =
        ending.output().stream()
            .filter(line -> line.startsWith("flush loaded"))
            .reduce((first, second) -> second)
            .orElseThrow();
    return Integer.parseInt(last.replaceAll("\\D", ""));
  }
}
