package com.example.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

class QueryRunner {
  private final DataSource source;

  QueryRunner(DataSource source) {
    this.source = source;
  }

  long count(String table) throws SQLException {
    Connection connection = source.getConnection();
    Statement statement = null;
    try {
      statement = connection.createStatement();
      ResultSet rows = statement.executeQuery("select count(*) from " + table);
      rows.next();
      return rows.getLong(1);
    } finally {
      try {
        if (statement != null) {
          statement.close();
        }
      } catch (SQLException e) {
        System.err.println(e.getMessage());
      }
      quietly(connection);
    }
  }

  private static void quietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      System.err.println(e.getMessage());
    }
  }
}
