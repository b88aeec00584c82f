package com.example.streams;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Timer;

public class StreamHost {
  interface Topology {
    void stop();
  }

  private final boolean metered;
  private Topology topology;
  private Timer meter;

  public StreamHost(boolean metered) {
    this.metered = metered;
  }

  @PostConstruct
  public void start() {
    topology = new Topology() {
      @Override
      public void stop() {
        System.out.println("topology stopped");
      }
    };
    if (metered) {
      meter = new Timer("meter", true);
    }
  }

  @PreDestroy
  public void stop() {
    topology.stop();
    if (meter != null) {
      meter.cancel();
    }
  }

  public static void main(String[] args) {
    StreamHost host = new StreamHost(args.length > 0);
    host.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> host.stop()));
  }
}
