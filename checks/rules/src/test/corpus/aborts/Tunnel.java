package com.example.tunnel;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.util.Timer;

class Tunnel implements AutoCloseable {
  private final Socket socket;
  private final BufferedWriter writer;
  private final Timer keepAlive = new Timer(true);

  Tunnel(Socket socket) throws IOException {
    this.socket = socket;
    this.writer = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream()));
  }

  @Override
  public void close() throws IOException {
    keepAlive.cancel();
    try {
      writer.close();
    } finally {
      socket.close();
    }
  }

  void reopen(Socket other) throws IOException {
    if (other.isClosed()) {
      other.close();
      return;
    }
    writer.write("moved");
  }
}
