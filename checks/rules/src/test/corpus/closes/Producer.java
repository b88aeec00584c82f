package com.acme.media;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;

public class Producer implements AutoCloseable {
  private final List<String> reels = new ArrayList<>();

  @Override
  public void close() {
    reels.clear();
  }

  static class Studio {
    private final Producer producer = new Producer();

    @PreDestroy
    void wrap() {
      producer.close();
    }
  }
}
