package fx.prices;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class PriceWriter implements AutoCloseable {
    private final HikariDataSource pool;
    private final ExecutorService writers = Executors.newFixedThreadPool(3);

    public PriceWriter(HikariDataSource pool) {
        this.pool = pool;
    }

    public void write(String pair, double price) {
        writers.execute(() -> insert(pair, price));
    }

    private void insert(String pair, double price) {
        try (var c = pool.getConnection(); var ps = c.prepareStatement("insert into price values (?, ?)")) {
            ps.setString(1, pair);
            ps.setDouble(2, price);
            ps.executeUpdate();
        } catch (SQLException e) {
            System.err.println("price lost: " + e);
        }
    }

    @Override
    public void close() {
        pool.close();
        writers.shutdown();
        try {
            if (!writers.awaitTermination(5, TimeUnit.SECONDS)) {
                writers.shutdownNow();
            }
        } catch (InterruptedException e) {
            writers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
