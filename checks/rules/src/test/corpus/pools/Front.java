package com.acme.front;

import io.grpc.Server;
import io.grpc.ServerBuilder;
import java.io.IOException;

public final class Front {
  private Server server;

  public void start() throws IOException {
    server = ServerBuilder.forPort(50051).build().start();
    Runtime.getRuntime().addShutdownHook(new Thread() {
      @Override
      public void run() {
        Front.this.stop();
      }
    });
  }

  private void stop() {
    if (server != null) {
      server.shutdown();
    }
  }
}
