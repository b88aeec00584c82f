package com.acme.transfer;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

public class Transfer {
  private final DataSource source;

  public Transfer(DataSource source) {
    this.source = source;
  }

  public void move(long cents) {
    Connection connection = null;
    try {
      connection = source.getConnection();
      connection.setAutoCommit(false);
      connection.createStatement().executeUpdate("update a set c = c - " + cents);
      connection.commit();
    } catch (SQLException e) {
      undo(connection);
      throw new IllegalStateException(e);
    }
  }

  private static void undo(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      System.err.println("rollback: " + e.getMessage());
    }
  }
}
