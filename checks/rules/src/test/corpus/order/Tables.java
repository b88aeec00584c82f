package com.acme.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

public class Tables implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement query;
  private final ResultSet rows;

  public Tables(Connection connection) throws SQLException {
    this.connection = connection;
    this.query = connection.prepareStatement("select 1");
    this.rows = query.executeQuery();
  }

  @Override
  public void close() throws SQLException {
    try (Connection last = connection; PreparedStatement later = query; ResultSet first = rows) {
      System.err.println("closing");
    }
  }
}
