package dev.lastcall.orders;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;

/** The orders table: an H2 file behind a HikariCP pool. Thread-safe. */
final class OrderStore {
  private static final int POOL_SIZE = 10;
  private static final int CONNECTION_TIMEOUT_MILLIS = 8_000;
  private static final String TABLE =
      "create table if not exists orders ("
          + "id varchar(64) primary key, item varchar(200) not null,"
          + " amount decimal(12, 2) not null, accepted_at timestamp with time zone not null)";
  private static final String INSERT =
      "insert into orders (id, item, amount, accepted_at) values (?, ?, ?, ?)";

  private final HikariDataSource pool;
  private final Faults faults;

  private OrderStore(HikariDataSource pool, Faults faults) {
    this.pool = pool;
    this.faults = faults;
  }

  /** Opens the database in {@code directory}, made if it is not there. */
  static OrderStore open(Path directory, Faults faults) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setPoolName("orders");
    config.setJdbcUrl(url(directory));
    config.setMaximumPoolSize(POOL_SIZE);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    config.setAutoCommit(false);
    HikariDataSource pool = new HikariDataSource(config);
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      connection.commit();
    } catch (SQLException failure) {
      pool.close();
      throw failure;
    }
    return new OrderStore(pool, faults);
  }

  /**
   * Where the rows are. A commit is written before it returns (WRITE_DELAY=0): an order is
   * acknowledged because its row is durable. The pool decides when the database is closed, not a
   * shutdown hook of the driver.
   */
  static String url(Path directory) {
    return "jdbc:h2:file:"
        + directory.toAbsolutePath().resolve("orders")
        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }

  /** Inserts the order in a transaction of its own; it is durable when this returns. */
  void insert(Order order) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, order.id());
      insert.setString(2, order.item());
      insert.setBigDecimal(3, order.amount());
      insert.setTimestamp(4, Timestamp.from(Instant.now()));
      insert.executeUpdate();
      connection.commit();
    }
  }

  void close() {
    faults.strike("db");
    pool.close();
  }
}
