package com.acme.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

public class Export {
  private final DataSource source;

  public Export(DataSource source) {
    this.source = source;
  }

  public void run(List<String> tables) throws SQLException {
    Connection connection = source.getConnection();
    connection.setAutoCommit(false);
    try {
      tables.forEach(table -> {
        if (table.startsWith("sys_")) {
          System.exit(1);
        }
      });
      connection.commit();
    } finally {
      unlockAll(connection);
    }
  }

  private void unlockAll(Connection connection) throws SQLException {
    connection.rollback();
    connection.close();
  }
}
