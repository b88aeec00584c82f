package com.acme.atlas;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.beans.factory.DisposableBean;

public class Atlas implements DisposableBean {
  static final class Flusher implements AutoCloseable {
    private final Connection connection;

    Flusher(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void close() throws SQLException {
      try (PreparedStatement last = connection.prepareStatement("insert into maps values (1)")) {
        last.executeUpdate();
      }
    }
  }

  private final Connection connection;
  private final Flusher flusher;

  public Atlas(Connection connection) {
    this.connection = connection;
    this.flusher = new Flusher(connection);
  }

  @Override
  public void destroy() throws Exception {
    try {
      connection.close();
    } finally {
      flusher.close();
    }
  }
}
