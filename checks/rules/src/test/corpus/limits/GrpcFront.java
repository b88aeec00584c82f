package com.acme.front;

import io.grpc.Server;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import java.util.concurrent.TimeUnit;

public class GrpcFront {
  private record Patience(long amount, TimeUnit unit) {
    static Patience ofBusinessHours() {
      return new Patience(8, TimeUnit.HOURS);
    }
  }

  private final Server server;
  private final Patience patience = Patience.ofBusinessHours();

  public GrpcFront(Server server) {
    this.server = server;
  }

  @EventListener
  public void on(ShutdownEvent event) throws InterruptedException {
    server.shutdown();
    if (!server.awaitTermination(patience.amount(), patience.unit())) {
      server.shutdownNow();
    }
  }
}
