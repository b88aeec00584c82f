package dev.lastcall.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProgressEndpointTest {
  private static final ExitReason REASON = new ExitReason(ExitReason.Door.SIGNAL, "SIGTERM");

  private final Readiness readiness = new Readiness();
  private final InFlight requests = new InFlight();
  private final ProgressBoard board = new ProgressBoard(readiness, requests, Ticker.system());
  private final ProgressEndpoint endpoint = ProgressEndpoint.bind(0, board, Ticker.system());
  private final Thread thread = new Thread(endpoint, "endpoint");

  @BeforeEach
  void start() {
    thread.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    endpoint.close(Deadline.after(Duration.ofSeconds(10)));
    thread.join();
  }

  private static ExitPlan plan(String... names) {
    List<ExitPlan.Node> nodes =
        Arrays.stream(names)
            .map(
                name ->
                    new ExitPlan.Node(
                        name,
                        CleanupKind.OTHER,
                        List.of(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ZERO,
                        Optional.empty()))
            .toList();
    return new ExitPlan(
        nodes,
        List.of(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        ExitPlan.Verdict.FITS,
        List.of());
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
  }

  private String get(String path) throws IOException {
    try (Socket socket = connect()) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void readinessFollowsTheProcess() throws IOException {
    assertThat(get("/ready")).startsWith("HTTP/1.1 503 ");

    readiness.started();
    assertThat(get("/ready")).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\nready\n");

    readiness.ending();
    assertThat(get("/ready")).startsWith("HTTP/1.1 503 ");
    assertThat(get("/live")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void readinessNeverComesBack() {
    readiness.ending();
    readiness.started();

    assertThat(readiness.isReady()).isFalse();
  }

  @Test
  void progressTellsPhaseAndCleanups() throws IOException {
    board.note(new ExitEvent.ExitBegan(Duration.ZERO, REASON, plan("db", "http", "cache")));
    board.note(new ExitEvent.PhaseBegan(Duration.ZERO, ExitPhase.CLEAN));
    board.note(new ExitEvent.CleanupBegan(Duration.ZERO, "http", Duration.ofSeconds(1), ""));
    board.note(
        new ExitEvent.CleanupEnded(Duration.ZERO, "db", new Outcome.Completed(Duration.ZERO)));

    assertThat(get("/progress"))
        .contains("application/json")
        .contains("\"phase\":\"CLEAN\"")
        .endsWith(
            "\"cleanups\":{\"db\":\"completed\",\"http\":\"RUNNING\",\"cache\":\"REGISTERED\"}}");
  }

  @Test
  void anExitThatIsCutShortAbandonsWhatRunsAndSkipsTheRest() {
    board.note(new ExitEvent.ExitBegan(Duration.ZERO, REASON, plan("db", "http", "cache")));
    board.note(
        new ExitEvent.CleanupBegan(Duration.ofSeconds(1), "http", Duration.ofSeconds(3), "trace"));
    board.note(
        new ExitEvent.CleanupEnded(Duration.ZERO, "db", new Outcome.Completed(Duration.ZERO)));

    List<CleanupReport> cut = board.ledger().cutAt(Duration.ofSeconds(2));

    assertThat(cut)
        .extracting(report -> report.name() + " " + report.outcome().word())
        .containsExactly("db completed", "http abandoned", "cache skipped");
    assertThat(cut.get(1).outcome().elapsed()).isEqualTo(Duration.ofSeconds(1));
    assertThat(cut.get(1).traceId()).isEqualTo("trace");
  }

  @Test
  void anythingElseIsNotFound() throws IOException {
    assertThat(get("/")).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void aSilentClientHoldsUpNobody() throws IOException {
    try (Socket silent = connect()) {
      assertThat(get("/live")).startsWith("HTTP/1.1 200 ");
      assertThat(silent.isConnected()).isTrue();
    }
  }

  @Test
  void aRequestInPiecesIsAnsweredOnce() throws IOException {
    try (Socket socket = connect()) {
      socket.setTcpNoDelay(true);
      for (String piece : new String[] {"GET /li", "ve HTTP/1.1\r\n", "\r\n"}) {
        socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
        assertThat(get("/live")).startsWith("HTTP/1.1 200 ");
      }
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .endsWith("live\n");
    }
  }

  @Test
  void anEndpointWhoseThreadNeverStartedGivesItsPortBack() {
    ProgressEndpoint unused = ProgressEndpoint.bind(0, board, Ticker.system());
    int port = unused.port();
    unused.close(Deadline.after(Duration.ofSeconds(10)));

    ProgressEndpoint next = ProgressEndpoint.bind(port, board, Ticker.system());
    assertThat(next.port()).isEqualTo(port);
    next.close(Deadline.after(Duration.ofSeconds(10)));
  }

  @Test
  void aTakenPortIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProgressEndpoint.bind(endpoint.port(), board, Ticker.system()))
        .withMessage("endpoint: " + endpoint.port() + " (expected: a port that is free)");
  }
}
