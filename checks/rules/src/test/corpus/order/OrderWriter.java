package com.example.orders;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class OrderWriter implements AutoCloseable {
  private final HikariDataSource dataSource;
  private final ExecutorService writers = Executors.newFixedThreadPool(4);

  public OrderWriter(HikariDataSource dataSource) {
    this.dataSource = dataSource;
  }

  public void write(String id) {
    writers.submit(() -> insert(id));
  }

  private void insert(String id) {
    try (Connection connection = dataSource.getConnection()) {
      connection.createStatement().executeUpdate("insert into orders values ('" + id + "')");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    dataSource.close();
    writers.shutdown();
    try {
      if (!writers.awaitTermination(10, TimeUnit.SECONDS)) {
        writers.shutdownNow();
      }
    } catch (InterruptedException e) {
      writers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
