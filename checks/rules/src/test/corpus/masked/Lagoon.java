package com.acme.lagoon;

import java.sql.Connection;
import java.sql.SQLException;

public class Lagoon {
  public void drain(Connection connection, Runnable work) throws SQLException {
    try {
      work.run();
      connection.commit();
    } catch (RuntimeException | SQLException failure) {
      try {
        connection.rollback();
      } catch (SQLException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }
}
