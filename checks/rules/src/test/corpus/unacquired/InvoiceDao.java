package com.example.invoice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

public class InvoiceDao {
  private static final Logger LOG = Logger.getLogger("invoices");
  private final DataSource source;

  public InvoiceDao(DataSource source) {
    this.source = source;
  }

  public int markPaid(long id) {
    Connection connection = null;
    PreparedStatement update = null;
    try {
      connection = source.getConnection();
      update = connection.prepareStatement("update invoices set paid = true where id = ?");
      update.setLong(1, id);
      return update.executeUpdate();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "invoice " + id, e);
      return 0;
    } finally {
      try {
        update.close();
        connection.close();
      } catch (SQLException e) {
        LOG.log(Level.FINE, "close", e);
      }
    }
  }
}
