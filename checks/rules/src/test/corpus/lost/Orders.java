package com.acme.orders;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

public class Orders {
  private final DataSource source;

  public Orders(DataSource source) {
    this.source = source;
  }

  public void place(String id) {
    Thread.startVirtualThread(() -> {
      try (var connection = source.getConnection();
          PreparedStatement insert = connection.prepareStatement("insert into orders values (?)")) {
        insert.setString(1, id);
        insert.executeUpdate();
      } catch (SQLException e) {
        System.err.println(e.getMessage());
      }
    });
  }
}
