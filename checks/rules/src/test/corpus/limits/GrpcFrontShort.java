package com.acme.front;

import io.grpc.Server;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

public class GrpcFrontShort {
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final Duration OURS = GRACE.minusSeconds(10).dividedBy(2);
  private final Server server;

  public GrpcFrontShort(Server server) {
    this.server = server;
  }

  @PreDestroy
  public void stop() throws InterruptedException {
    if (!server.shutdown().awaitTermination(OURS.toSeconds(), TimeUnit.SECONDS)) {
      server.shutdownNow();
    }
  }
}
