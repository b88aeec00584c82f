package com.acme.listener;

import java.io.IOException;
import java.net.ServerSocket;

public final class Listener {
  private ServerSocket socket;

  public void listen(int port) throws IOException {
    socket = new ServerSocket(port);
    Runtime.getRuntime().addShutdownHook(new Thread(this::hangUp));
  }

  private void hangUp() {
    try {
      socket.close();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }
}
