package dev.lastcall.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.mvstore.MVStore;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Stores that commit each record, without waiting for the device. */
public final class StoreContenders {
  private StoreContenders() {}

  /** MapDB with its write-ahead log. */
  @State(Scope.Benchmark)
  public static class MapDb {
    private final AtomicLong next = new AtomicLong();
    private final BenchFolder folder = BenchFolder.make();
    private final DB database =
        DBMaker.fileDB(folder.file("db").toFile()).fileMmapEnable().transactionEnable().make();
    private final Map<Long, byte[]> records =
        database.hashMap("records", Serializer.LONG, Serializer.BYTE_ARRAY).create();

    void append(byte[] payload) {
      records.put(next.incrementAndGet(), payload);
      database.commit();
    }

    @TearDown
    public void close() throws IOException {
      database.close();
      folder.delete();
    }
  }

  /** The store below H2. */
  @State(Scope.Benchmark)
  public static class MvStore {
    private final AtomicLong next = new AtomicLong();
    private final BenchFolder folder = BenchFolder.make();
    private final MVStore store =
        new MVStore.Builder().fileName(folder.file("store").toString()).autoCommitDisabled().open();
    private final Map<Long, byte[]> records = store.openMap("records");

    void append(byte[] payload) {
      records.put(next.incrementAndGet(), payload);
      store.commit();
    }

    @TearDown
    public void close() throws IOException {
      store.closeImmediately();
      folder.delete();
    }
  }

  /** SQLite with its write-ahead log and {@code synchronous=OFF}. */
  @State(Scope.Benchmark)
  public static class Sqlite {
    private final BenchFolder folder = BenchFolder.make();
    private final Connection connection;
    private final PreparedStatement insert;

    public Sqlite() {
      connection = BenchFolder.made(() -> opened(folder));
      insert =
          BenchFolder.made(
              () -> connection.prepareStatement("INSERT INTO records(payload) VALUES(?)"));
    }

    private static Connection opened(BenchFolder folder) throws SQLException {
      Connection opened = DriverManager.getConnection("jdbc:sqlite:" + folder.file("db"));
      try (Statement statement = opened.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=OFF");
        statement.execute("CREATE TABLE records(id INTEGER PRIMARY KEY, payload BLOB)");
      }
      return opened;
    }

    synchronized void append(byte[] payload) throws SQLException {
      insert.setBytes(1, payload);
      insert.executeUpdate();
    }

    @TearDown
    public void close() throws IOException, SQLException {
      try (connection) {
        insert.close();
      }
      folder.delete();
    }
  }
}
