package com.example.broker;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class SessionBroker {
  private final ServerSocket acceptor;
  private final ExecutorService sessions = Executors.newCachedThreadPool();
  private final Thread accepting = new Thread(this::acceptAll, "accept");

  SessionBroker(ServerSocket acceptor) {
    this.acceptor = acceptor;
  }

  private void acceptAll() {
    while (!acceptor.isClosed()) {
      try {
        Socket socket = acceptor.accept();
        sessions.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    System.out.println(socket.getRemoteSocketAddress());
  }

  void stop() throws InterruptedException {
    try {
      acceptor.close();
    } catch (IOException e) {
      System.err.println("acceptor: " + e.getMessage());
    }
    accepting.join(1_000);
    sessions.shutdown();
    if (!sessions.awaitTermination(5, TimeUnit.SECONDS)) {
      sessions.shutdownNow();
    }
  }
}
