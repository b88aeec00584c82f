package dev.lastcall.orders;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection that never repeats a request by itself, so that each request
 * can be accounted for.
 *
 * <p>Like the pool of a good proxy it looks, before it sends, whether the peer has closed the idle
 * connection, and opens a new one then. For one thread at a time.
 */
final class ClientConnection implements AutoCloseable {
  private static final int LONGEST_HEAD = 16 * 1024;
  private static final Pattern STATUS_LINE = Pattern.compile("http/1\\.1 ([1-5]\\d\\d)\\b");

  private final InetSocketAddress address;
  private final int timeoutMillis;
  private @Nullable SocketChannel channel;
  private InputStream in = InputStream.nullInputStream();

  /**
   * Connects when first used; {@code timeout} bounds the connect and each wait for bytes of an
   * answer.
   */
  ClientConnection(InetSocketAddress address, Duration timeout) {
    this.address = address;
    this.timeoutMillis = Math.toIntExact(timeout.toMillis());
  }

  /**
   * Sends a request once and waits for its answer.
   *
   * @return the answer, whatever its status
   * @throws ConnectException if nothing was sent
   * @throws IOException if it may have been sent and there is no answer
   */
  Answer exchange(String method, String path, String body) throws IOException {
    SocketChannel connected = connected();
    try {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      String head =
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: "
              + address.getHostString()
              + "\r\nContent-Length: "
              + bytes.length
              + "\r\n\r\n";
      ByteBuffer request = StandardCharsets.UTF_8.encode(head + body);
      while (request.hasRemaining()) {
        connected.write(request);
      }
      return readAnswer();
    } catch (IOException failure) {
      close();
      throw failure;
    }
  }

  @Override
  public void close() {
    SocketChannel closing = channel;
    channel = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (IOException alreadyGone) {
        // Nobody waits for it.
      }
    }
  }

  private SocketChannel connected() throws ConnectException {
    SocketChannel existing = channel;
    if (existing != null && isIdle(existing)) {
      return existing;
    }
    close();
    try {
      SocketChannel opened = SocketChannel.open();
      channel = opened;
      opened.socket().setTcpNoDelay(true);
      opened.socket().connect(address, timeoutMillis);
      opened.socket().setSoTimeout(timeoutMillis);
      in = new BufferedInputStream(opened.socket().getInputStream());
      return opened;
    } catch (IOException failure) {
      close();
      ConnectException refused =
          new ConnectException("connection: " + failure.getMessage() + " (expected: accepted)");
      refused.initCause(failure);
      throw refused;
    }
  }

  /** Open, with nothing to read: the end of the stream would show here. */
  private static boolean isIdle(SocketChannel channel) {
    try {
      channel.configureBlocking(false);
      int read = channel.read(ByteBuffer.allocate(1));
      channel.configureBlocking(true);
      return read == 0;
    } catch (IOException closed) {
      return false;
    }
  }

  private Answer readAnswer() throws IOException {
    String head = readHead().toLowerCase(Locale.ROOT);
    Matcher statusLine = STATUS_LINE.matcher(head);
    if (!statusLine.lookingAt()) {
      throw new ProtocolException(
          "answer: " + head.lines().findFirst().orElse("") + " (expected: HTTP/1.1 and a status)");
    }
    int status = Integer.parseInt(statusLine.group(1));
    int length = Integer.parseInt(header(head, "content-length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("answer: cut off in its body (expected: " + length + " bytes)");
    }
    if (header(head, "connection", "keep-alive").equals("close")) {
      close();
    }
    return new Answer(status, new String(body, StandardCharsets.UTF_8));
  }

  private String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
      int next = in.read();
      if (next < 0 || head.length() == LONGEST_HEAD) {
        throw new EOFException(
            "answer: cut off in its head after "
                + head.length()
                + " bytes (expected: a complete one)");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static String header(String head, String name, String absent) {
    String start = "\r\n" + name + ": ";
    int from = head.indexOf(start);
    return from < 0
        ? absent
        : head.substring(from + start.length(), head.indexOf("\r\n", from + start.length()));
  }

  /** What came back. */
  record Answer(int status, String body) {}
}
