package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.orders.ScriptedServer.Step;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ClientConnectionTest {
  @Test
  void keepsTheConnectionBetweenRequests() throws IOException {
    try (ScriptedServer server = ScriptedServer.start(new Step.Answer(201), new Step.Answer(200));
        ClientConnection connection = to(server.address())) {
      assertThat(connection.exchange("POST", "/orders", "{}").status()).isEqualTo(201);
      assertThat(connection.exchange("GET", "/ready", "").status()).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void tellsThatNothingWasSentWhenNobodyListens() throws IOException {
    try (ClientConnection connection = to(ScriptedServer.nobody())) {
      assertThatThrownBy(() -> connection.exchange("POST", "/orders", "{}"))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("(expected: accepted)");
    }
  }

  @Test
  void opensANewConnectionWhenTheIdleOneWasClosed() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start(new Step.AnswerAndClose(201), new Step.Answer(202));
        ClientConnection connection = to(server.address())) {
      assertThat(connection.exchange("POST", "/orders", "{}").status()).isEqualTo(201);
      server.awaitClosedConnection();
      assertThat(connection.exchange("POST", "/orders", "{}").status()).isEqualTo(202);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void neverRepeatsARequestThatWasCutOff() throws IOException {
    try (ScriptedServer server = ScriptedServer.start(new Step.Close(), new Step.Answer(201));
        ClientConnection connection = to(server.address())) {
      assertThatThrownBy(() -> connection.exchange("POST", "/orders", "{}"))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(ConnectException.class);
      assertThat(connection.exchange("POST", "/orders", "{}").status()).isEqualTo(201);
    }
  }

  @Test
  void givesUpOnAnAnswerThatDoesNotCome() throws IOException {
    try (ScriptedServer server = ScriptedServer.start(new Step.Silence());
        ClientConnection connection = to(server.address())) {
      assertThatThrownBy(() -> connection.exchange("POST", "/orders", "{}"))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void refusesAnAnswerThatIsCutOffInItsBody() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start(
                new Step.Bytes("HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\n{}"));
        ClientConnection connection = to(server.address())) {
      assertThatThrownBy(() -> connection.exchange("POST", "/orders", "{}"))
          .hasMessage("answer: cut off in its body (expected: 9 bytes)");
    }
  }

  @Test
  void refusesAnAnswerThatIsNotHttp() throws IOException {
    try (ScriptedServer server = ScriptedServer.start(new Step.Bytes("SSH-2.0\r\n\r\n"));
        ClientConnection connection = to(server.address())) {
      assertThatThrownBy(() -> connection.exchange("POST", "/orders", "{}"))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("(expected: HTTP/1.1 and a status)");
    }
  }

  private static ClientConnection to(InetSocketAddress address) {
    return new ClientConnection(address, Duration.ofMillis(500));
  }
}
