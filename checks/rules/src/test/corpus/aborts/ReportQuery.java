package com.example.report;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

class ReportQuery {
  private final DataSource source;

  ReportQuery(DataSource source) {
    this.source = source;
  }

  long total() throws SQLException {
    Connection connection = source.getConnection();
    Statement statement = null;
    ResultSet rows = null;
    try {
      statement = connection.createStatement();
      rows = statement.executeQuery("select sum(cents) from orders");
      rows.next();
      return rows.getLong(1);
    } finally {
      if (rows != null) {
        rows.close();
      }
      if (statement != null) {
        statement.close();
      }
      connection.close();
    }
  }
}
