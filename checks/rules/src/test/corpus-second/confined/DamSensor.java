package energy.dam;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;

/** All access to the consumer goes through its one thread. */
public class DamSensor {
    private final ExecutorService only = Executors.newSingleThreadExecutor();
    private final Consumer<String, Double> level;
    private volatile boolean leaving;

    public DamSensor(Consumer<String, Double> level) {
        this.level = level;
        only.execute(() -> level.subscribe(List.of("level")));
        only.execute(this::pollOnce);
    }

    private void pollOnce() {
        level.poll(Duration.ofMillis(200)).forEach(r -> System.out.println(r.value()));
        if (!leaving) {
            only.execute(this::pollOnce);
        }
    }

    @PreDestroy
    void leave() {
        leaving = true;
        try {
            only.submit(() -> level.close(Duration.ofSeconds(2))).get(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.err.println("consumer: " + e);
        } finally {
            only.shutdownNow();
        }
    }
}
