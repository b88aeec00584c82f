package com.acme.mart;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class Mart {
  private final Connection connection;
  private final ExecutorService writers = Executors.newFixedThreadPool(4);

  public Mart(Connection connection) {
    this.connection = connection;
  }

  public void load(String row) {
    writers.submit(() -> insert(row));
  }

  private int insert(String row) throws SQLException {
    return connection.createStatement().executeUpdate("insert into mart values ('" + row + "')");
  }

  @PreDestroy
  public void close() throws SQLException, InterruptedException {
    connection.close();
    writers.shutdown();
    if (!writers.awaitTermination(5, TimeUnit.SECONDS)) {
      writers.shutdownNow();
    }
  }
}
