package com.example.report;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

public class ReportCache implements AutoCloseable {
  interface Client extends AutoCloseable {
    String fetch(String id);

    @Override
    void close();
  }

  private final Client client;
  private final Client other;
  private final Map<String, String> cache = new ConcurrentHashMap<>();
  private final ScheduledExecutorService refresher = Executors.newSingleThreadScheduledExecutor();

  public ReportCache(Client client, Client other) {
    this.client = client;
    this.other = other;
    refresher.scheduleWithFixedDelay(this::refresh, 1, 1, TimeUnit.MINUTES);
  }

  private void refresh() {
    cache.replaceAll((id, old) -> client.fetch(id));
  }

  @Override
  public void close() {
    other.close();
    refresher.shutdown();
    try {
      if (!refresher.awaitTermination(2, TimeUnit.SECONDS)) {
        refresher.shutdownNow();
      }
    } catch (InterruptedException e) {
      refresher.shutdownNow();
      Thread.currentThread().interrupt();
    }
    client.close();
  }
}
