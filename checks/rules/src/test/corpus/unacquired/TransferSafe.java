package com.acme.transfer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

public class TransferSafe {
  private final DataSource source;
  private Connection kept;

  public TransferSafe(DataSource source) {
    this.source = Objects.requireNonNull(source);
  }

  public void move(long cents) throws SQLException {
    Connection connection = null;
    try {
      connection = source.getConnection();
      connection.createStatement().executeUpdate("update a set c = c - " + cents);
    } finally {
      if (Objects.nonNull(connection)) {
        connection.close();
      }
    }
  }

  public void open() throws SQLException {
    Connection next = null;
    boolean done = false;
    try {
      next = source.getConnection();
      kept = next;
      done = true;
    } finally {
      if (!done) {
        quietly(next);
      }
    }
  }

  private static void quietly(AutoCloseable closeable) {
    try {
      if (closeable != null) {
        closeable.close();
      }
    } catch (Exception e) {
      System.err.println(e.getMessage());
    }
  }

  public Connection kept() {
    return kept;
  }
}
