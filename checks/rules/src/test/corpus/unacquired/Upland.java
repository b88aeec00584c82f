package com.acme.upland;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

public class Upland {
  public int count(DataSource source) throws SQLException {
    Connection connection = source.getConnection();
    try (connection) {
      return connection.getHoldability();
    }
  }

  public void touch(DataSource source) {
    Connection connection = null;
    try {
      connection = source.getConnection();
      connection.commit();
    } catch (SQLException e) {
      if (connection == null) {
        throw new IllegalStateException("no connection", e);
      }
      System.err.println(connection + ": " + e.getMessage());
    }
  }
}
