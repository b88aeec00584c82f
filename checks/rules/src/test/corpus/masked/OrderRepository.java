package com.example.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

public class OrderRepository {
  private final DataSource source;

  public OrderRepository(DataSource source) {
    this.source = source;
  }

  public void insert(String id, long cents) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement("insert into orders values (?, ?)")) {
        insert.setString(1, id);
        insert.setLong(2, cents);
        insert.executeUpdate();
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  public void delete(String id) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement delete = connection.prepareStatement("delete from orders where id = ?")) {
        delete.setString(1, id);
        delete.executeUpdate();
        connection.commit();
      } catch (SQLException e) {
        try {
          connection.rollback();
        } catch (SQLException again) {
          e.addSuppressed(again);
        }
        throw e;
      }
    }
  }
}
