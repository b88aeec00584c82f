package com.example.index;

import jakarta.annotation.PreDestroy;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class IndexService {
  private final Map<String, Closeable> shards = new ConcurrentHashMap<>();
  private Closeable directory;

  @PreDestroy
  public void shutdownIndex() throws IOException {
    closeShards();
    directory.close();
  }

  private void closeShards() throws IOException {
    for (Map.Entry<String, Closeable> shard : shards.entrySet()) {
      shard.getValue().close();
    }
  }
}
