package com.acme.socket;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

public final class SocketLoop {
  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]))) {
      while (!server.isClosed()) {
        Socket client = server.accept();
        new Connection(client).start();
      }
    }
  }

  private static final class Connection extends Thread {
    private final Socket socket;

    Connection(Socket socket) {
      this.socket = socket;
      Runtime.getRuntime().addShutdownHook(new Thread(this::hangUp));
    }

    @Override
    public void run() {
      System.out.println(socket.getRemoteSocketAddress());
    }

    private void hangUp() {
      try {
        socket.close();
      } catch (IOException e) {
        System.err.println(e.getMessage());
      }
    }
  }
}
