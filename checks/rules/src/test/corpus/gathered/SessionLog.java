package com.acme.sessionlog;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.Socket;

public final class SessionLog implements AutoCloseable {
  private final Socket socket;
  private final BufferedWriter out;

  public SessionLog(String host) throws IOException {
    socket = new Socket(host, 5140);
    out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream()));
  }

  public void line(String text) throws IOException {
    out.write(text);
    out.newLine();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      socket.close();
    }
  }
}
