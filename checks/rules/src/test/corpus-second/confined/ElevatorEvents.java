package city.elevator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.context.SmartLifecycle;

public class ElevatorEvents implements SmartLifecycle {
    private final Map<String, Object> conf;
    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private KafkaConsumer<String, String> rides;
    private volatile boolean on;

    public ElevatorEvents(Map<String, Object> conf) {
        this.conf = conf;
    }

    @Override
    public void start() {
        rides = new KafkaConsumer<>(conf);
        rides.subscribe(List.of("rides"));
        on = true;
        one.execute(() -> {
            while (on) {
                rides.poll(Duration.ofMillis(300)).forEach(r -> System.out.println(r.value()));
            }
        });
    }

    @Override
    public void stop() {
        on = false;
        one.shutdown();
        rides.unsubscribe();
        try {
            if (!one.awaitTermination(3, TimeUnit.SECONDS)) {
                one.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }
}
