package store.twin;

import com.zaxxer.hikari.HikariDataSource;
import redis.clients.jedis.JedisPool;

/** Two stores that know nothing of each other. */
public class TwinStores implements AutoCloseable {
    private final HikariDataSource rows;
    private final JedisPool keys;

    public TwinStores(HikariDataSource rows, String redisHost) {
        this.rows = rows;
        this.keys = new JedisPool(redisHost, 6379);
    }

    public String name(String id) {
        try (var j = keys.getResource()) {
            return j.get(id);
        }
    }

    public int connections() {
        return rows.getHikariPoolMXBean().getTotalConnections();
    }

    @Override
    public void close() {
        try {
            rows.close();
        } finally {
            keys.close();
        }
    }
}
