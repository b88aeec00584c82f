package shop.intake;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class OrderIntake implements AutoCloseable {
    private final HikariDataSource pool;
    private final ExecutorService hands;

    public OrderIntake(HikariDataSource pool) {
        this.pool = pool;
        this.hands = Executors.newFixedThreadPool(8);
    }

    public void take(long order) {
        hands.submit(() -> store(order));
    }

    private boolean store(long order) throws SQLException {
        try (var c = pool.getConnection()) {
            return c.createStatement().executeUpdate("insert into orders values (" + order + ")") == 1;
        }
    }

    @Override
    public void close() {
        try {
            stopHands();
        } finally {
            pool.close();
        }
    }

    private void stopHands() {
        hands.shutdown();
        try {
            if (!hands.awaitTermination(7, TimeUnit.SECONDS)) {
                hands.shutdownNow();
            }
        } catch (InterruptedException e) {
            hands.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
