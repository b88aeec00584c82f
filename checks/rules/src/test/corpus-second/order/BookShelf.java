package library.shelf;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Registration;
import dev.lastcall.runtime.Lastcall;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

public class BookShelf {
  public void start(Lastcall exit, HttpServer http, HikariDataSource db) {
    http.createContext("/books", ex -> {
      ex.sendResponseHeaders(reachable(db) ? 204 : 503, -1);
      ex.close();
    });
    http.start();
    Registration pool = exit.defer(CleanupSpec.named("db").within(Duration.ofSeconds(3)), db::close);
    exit.defer(
        CleanupSpec.named("http").within(Duration.ofSeconds(3)).after(pool),
        () -> http.stop(2));
  }

  private static boolean reachable(HikariDataSource db) throws IOException {
    try (Connection c = db.getConnection()) {
      return c.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }
}
