package com.example.gateway;

import java.io.IOException;
import java.net.ServerSocket;

public final class GatewayMain {
  private static ServerSocket acceptor;

  private GatewayMain() {}

  public static void main(String[] args) throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        ServerSocket open = acceptor;
        if (open != null) {
          open.close();
        }
      } catch (IOException e) {
        System.err.println("acceptor: " + e.getMessage());
      }
    }));
    acceptor = new ServerSocket(8080);
    while (!acceptor.isClosed()) {
      acceptor.accept().close();
    }
  }
}
