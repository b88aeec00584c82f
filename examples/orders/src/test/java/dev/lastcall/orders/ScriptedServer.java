package dev.lastcall.orders;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on the loopback address that treats each request as its script says. */
final class ScriptedServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Queue<Step> script;
  private final AtomicInteger connections = new AtomicInteger();
  private final Queue<Socket> accepted = new ConcurrentLinkedQueue<>();

  /** What happens to one request. */
  sealed interface Step {
    /** It is answered; the connection stays open. */
    record Answer(int status) implements Step {}

    /** It is answered, and the connection closed afterwards without a word of it in the answer. */
    record AnswerAndClose(int status) implements Step {}

    /** It is answered with these bytes, and the connection closed. */
    record Bytes(String text) implements Step {}

    /** It is read, and the connection closed. */
    record Close() implements Step {}

    /** It is read, and nothing happens. */
    record Silence() implements Step {}
  }

  private ScriptedServer(ServerSocket listener, List<Step> script) {
    this.listener = listener;
    this.script = new ConcurrentLinkedQueue<>(script);
  }

  static ScriptedServer start(Step... script) throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    ScriptedServer server = new ScriptedServer(listener, List.of(script));
    Thread acceptor = new Thread(server::accept, "scripted-server");
    acceptor.setDaemon(true);
    acceptor.start();
    return server;
  }

  /** An address on which nobody listens. */
  static InetSocketAddress nobody() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), closed.getLocalPort());
    }
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
  }

  int connections() {
    return connections.get();
  }

  /** Waits until a connection was closed from this side. */
  void awaitClosedConnection() {
    await().until(() -> accepted.stream().anyMatch(Socket::isClosed));
  }

  @Override
  public void close() {
    quietly(listener);
    accepted.forEach(ScriptedServer::quietly);
  }

  private static void quietly(Closeable end) {
    try {
      end.close();
    } catch (IOException gone) {
      // The test is over: whoever is still connected learns it from the end of the process.
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        accepted.add(socket);
        connections.incrementAndGet();
        Thread connection = new Thread(() -> serve(socket), "scripted-connection");
        connection.setDaemon(true);
        connection.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      while (readRequest(socket.getInputStream())) {
        Step step = script.poll();
        if (step instanceof Step.Answer answer) {
          answer(socket, answer.status());
        } else if (step instanceof Step.AnswerAndClose answer) {
          answer(socket, answer.status());
          return;
        } else if (step instanceof Step.Bytes bytes) {
          socket.getOutputStream().write(bytes.text().getBytes(StandardCharsets.UTF_8));
          return;
        } else if (!(step instanceof Step.Silence)) {
          return;
        }
      }
    } catch (IOException gone) {
      // The client closed first.
    }
  }

  private static void answer(Socket socket, int status) throws IOException {
    String text = "HTTP/1.1 " + status + " Scripted\r\nContent-Length: 2\r\n\r\nok";
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a head and its body; false at the end of the stream. */
  private static boolean readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      head.append((char) next);
    }
    String length = head.substring(head.indexOf("Content-Length: ") + 16);
    in.skipNBytes(Integer.parseInt(length.substring(0, length.indexOf("\r\n"))));
    return true;
  }
}
