package com.example.bridge;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

class EventBridge {
  static final class Link implements AutoCloseable {
    private final Runnable onClose;

    Link(Runnable onClose) {
      this.onClose = onClose;
    }

    void send(String event) {
      System.out.println(event);
    }

    @Override
    public void close() {
      onClose.run();
    }
  }

  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final ExecutorService pump = Executors.newSingleThreadExecutor();
  private final Link link = new Link(() -> System.out.println("closed"));

  void start() {
    pump.execute(() -> {
      try {
        while (true) {
          link.send(events.take());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  void stop() {
    pump.shutdownNow();
    link.close();
  }
}
