package com.example.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

public class LedgerTransaction {
  private static final Logger LOG = Logger.getLogger("ledger");
  private final DataSource source;

  public LedgerTransaction(DataSource source) {
    this.source = source;
  }

  public void book(String account, long cents) throws SQLException {
    try (Connection connection = source.getConnection()) {
      boolean before = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        connection.createStatement().executeUpdate("update " + account + " set cents = cents + " + cents);
        connection.commit();
      } catch (SQLException e) {
        undo(connection);
        throw e;
      } finally {
        restore(connection, before);
      }
    }
  }

  private static void undo(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "rollback", e);
    }
  }

  private static void restore(Connection connection, boolean autoCommit) {
    try {
      connection.setAutoCommit(autoCommit);
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "auto commit", e);
    }
  }
}
