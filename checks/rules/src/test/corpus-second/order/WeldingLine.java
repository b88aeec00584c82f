package factory.weld;

import com.zaxxer.hikari.HikariDataSource;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Registration;
import dev.lastcall.runtime.Lastcall;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class WeldingLine {
    private final ExecutorService robots = Executors.newFixedThreadPool(5);
    private final HikariDataSource log;

    public WeldingLine(Lastcall lastcall, HikariDataSource log) {
        this.log = log;
        Registration stopRobots = lastcall.defer(
                CleanupSpec.named("robots").within(Duration.ofSeconds(6)),
                () -> {
                    robots.shutdown();
                    if (!robots.awaitTermination(5, TimeUnit.SECONDS)) {
                        robots.shutdownNow();
                    }
                });
        lastcall.defer(
                CleanupSpec.named("weld-log").within(Duration.ofSeconds(3)).after(stopRobots), log::close);
    }

    public void weld(int seam) {
        robots.submit(() -> {
            try (var c = log.getConnection()) {
                return c.createStatement().executeUpdate("insert into seam values (" + seam + ")");
            }
        });
    }
}
