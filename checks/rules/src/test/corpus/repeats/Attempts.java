package com.acme.attempts;

import java.io.IOException;
import java.net.ServerSocket;

public final class Attempts {
  public static ServerSocket listen(int from) throws IOException {
    for (int port = from; port < from + 10; port++) {
      try {
        ServerSocket socket = new ServerSocket(port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> quietly(socket)));
        return socket;
      } catch (IOException taken) {
        System.err.println(port + " is taken");
      }
    }
    throw new IOException("no port");
  }

  private static void quietly(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }
}
