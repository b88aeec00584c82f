package com.acme.acceptor;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class Acceptor implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService pool = Executors.newFixedThreadPool(8);

  public Acceptor(ServerSocket server) {
    this.server = server;
    pool.execute(this::accept);
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        System.out.println(client);
      } catch (IOException e) {
        return;
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    try {
      server.close();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
    pool.shutdown();
    if (!pool.awaitTermination(2, TimeUnit.SECONDS)) {
      pool.shutdownNow();
    }
  }
}
