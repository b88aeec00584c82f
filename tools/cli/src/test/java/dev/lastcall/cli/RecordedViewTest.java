package dev.lastcall.cli;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport.ProcessFacts;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Mode;
import dev.lastcall.recorder.ExitRecorder;
import dev.lastcall.recorder.RecordedExits;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the command says of the folder of a recorder; this process is the one on record. */
@Timeout(60)
final class RecordedViewTest {
  private static final Terminal TERMINAL = new Terminal(false, false, 100, StandardCharsets.UTF_8);
  private static final ExitPlan PLAN =
      new ExitPlan(List.of(), List.of(), ZERO, ofSeconds(9), ExitPlan.Verdict.FITS, List.of());

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private ExitRecorder recorder;

  @BeforeEach
  void open() {
    recorder = ExitRecorder.in(folder).open();
    recorder.onEvent(
        new ExitEvent.Installed(
            ZERO,
            new ProcessFacts(4711, "pod-1", "com.acme.Main", "Java 17", Instant.EPOCH),
            new GracePeriod(ofSeconds(10), "set by hand"),
            Mode.PERMISSIVE));
    recorder.onEvent(new ExitEvent.Ready(ZERO, PLAN));
  }

  @AfterEach
  void close() {
    recorder.close();
  }

  private void beginExit() {
    recorder.onEvent(
        new ExitEvent.ExitBegan(ZERO, new ExitReason(ExitReason.Door.SIGNAL, "SIGTERM"), PLAN));
    recorder.onEvent(new ExitEvent.PhaseBegan(ofMillis(2), ExitPhase.CLEAN));
    recorder.onEvent(new ExitEvent.CleanupBegan(ofMillis(3), "orders-db", ofSeconds(3), ""));
  }

  @Test
  void aProcessThatLivesIsAllRight() {
    assertThat(lastcall("report", folder.toString())).isZero();
    assertThat(out.toString())
        .startsWith("✔ running, no exit has begun\n")
        .contains("com.acme.Main 4711 on pod-1");
  }

  @Test
  void anExitCanBeWatched() {
    beginExit();

    assertThat(lastcall("report", folder.toString())).isZero();
    assertThat(out.toString())
        .startsWith("✘ still in the clean phase of its exit: 1 running\n")
        .contains("orders-db for at least");
  }

  @Test
  void jsonIsOneObjectOrAList() {
    assertThat(lastcall("report", folder.toString(), "--format", "json")).isZero();
    assertThat(out.toString()).startsWith("{").contains("\"state\": \"still-running\"");
    out.getBuffer().setLength(0);
    assertThat(lastcall("report", folder.toString(), "--format", "json", "--all")).isZero();
    assertThat(out.toString()).startsWith("[");
  }

  @Test
  void aPageShowsWhatRuns() {
    beginExit();
    Path page = folder.resolve("page.html");

    assertThat(lastcall("report", folder.toString(), "--html", page.toString())).isZero();
    assertThat(page)
        .content()
        .contains("\"word\":\"running\"", "still in the clean phase of its exit");
    assertThat(out.toString()).endsWith("page: " + page.toUri() + "\n");
  }

  @Test
  void olderProcessesAreNamedAndOnDemandShown() {
    recorder.close();
    open();

    assertThat(lastcall("report", folder.toString())).isZero();
    assertThat(out.toString())
        .contains("Older processes on record")
        .contains("4711  the recorder was closed before any exit began");
    out.getBuffer().setLength(0);
    assertThat(lastcall("report", folder.toString(), "--all")).isZero();
    assertThat(out.toString()).contains("✔ running", "✔ the recorder was closed");
  }

  @Test
  void theLastMetricsArePrintedAndNothingElse() {
    recorder.snapshots(ofMillis(100), () -> "up 1\nqueue_depth 7\n");
    while (hasNoMetrics()) {
      LockSupport.parkNanos(1_000_000);
    }

    assertThat(lastcall("report", folder.toString(), "--metrics")).isZero();
    assertThat(out).hasToString("up 1\nqueue_depth 7\n");
  }

  @Test
  void saysInOneLineWhatItCannotShow() throws IOException {
    refused("metrics: none (expected: ", folder.toString(), "--metrics");
    refused("html: running, no exit has begun (expected: ", folder.toString(), "--format", "html");
    refused("all: with a page (expected: ", folder.toString(), "--all", "--format", "html");
    Path other = Files.createDirectory(folder.resolve("other"));
    refused("all: " + other + " (expected: the folder of a recorder)", other.toString(), "--all");
    refused("metrics: " + other + " (expected: ", other.toString(), "--metrics");
  }

  private boolean hasNoMetrics() {
    try {
      return RecordedExits.in(folder).last().orElseThrow().process().metrics().isEmpty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void refused(String reason, String... arguments) {
    err.getBuffer().setLength(0);
    String[] all = new String[arguments.length + 1];
    all[0] = "report";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    assertThat(lastcall(all)).isEqualTo(2);
    assertThat(err.toString()).startsWith(reason).hasLineCount(1);
  }

  private int lastcall(String... arguments) {
    return LastcallCommand.run(TERMINAL, new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
