package com.acme.grpc;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class GrpcFactory {
  private ManagedChannel channel;

  @Scheduled(fixedDelay = 60_000)
  void refresh() {
    ManagedChannel next = ManagedChannelBuilder.forTarget("dns:///prices").usePlaintext().build();
    Runtime.getRuntime().addShutdownHook(new Thread(next::shutdownNow));
    channel = next;
  }
}
