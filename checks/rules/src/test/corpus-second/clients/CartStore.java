package shop.cart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.sql.SQLException;

public class CartStore {
  private final HikariDataSource db;
  private final RedisClient redis = RedisClient.create("redis://cache");
  private final StatefulRedisConnection<String, String> cache;

  public CartStore(HikariConfig cfg) {
    db = new HikariDataSource(cfg);
    cache = redis.connect();
    Runtime.getRuntime().addShutdownHook(new Thread(this::bye));
  }

  public int itemsOf(String user) throws SQLException {
    String hit = cache.sync().get("cart:" + user);
    if (hit != null) {
      return Integer.parseInt(hit);
    }
    try (var c = db.getConnection();
        var st = c.prepareStatement("select count(*) from cart where owner = ?")) {
      st.setString(1, user);
      try (var rs = st.executeQuery()) {
        return rs.next() ? rs.getInt(1) : 0;
      }
    }
  }

  private void bye() {
    try {
      redis.shutdown();
    } catch (RuntimeException e) {
      System.err.println("redis left open: " + e);
    } finally {
      db.close();
    }
  }
}
