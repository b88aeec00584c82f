package com.example.search;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Executors;

public class SearchNode {
  interface Engine {
    void stop();
  }

  interface EngineFactory {
    Engine create() throws IOException;
  }

  private Engine engine;
  private ServerSocketChannel channel;

  public void start(EngineFactory factory) throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      System.err.println("search node stops");
      engine.stop();
    }, "search-stop"));
    engine = factory.create();
    channel = ServerSocketChannel.open().bind(new InetSocketAddress(9200));
  }
}
