package sky.weather;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;

public class WeatherFeed extends Thread {
    private final KafkaConsumer<String, byte[]> stations;
    private volatile boolean go = true;

    public WeatherFeed(Map<String, Object> conf) {
        super("weather");
        stations = new KafkaConsumer<>(conf);
        Runtime.getRuntime().addShutdownHook(new Thread(this::windDown));
    }

    @Override
    public void run() {
        stations.subscribe(Set.of("stations"));
        try (stations) {
            while (go) {
                stations.poll(Duration.ofSeconds(1)).forEach(r -> System.out.println(r.value().length));
            }
        }
    }

    private void windDown() {
        go = false;
        saveOffsets();
    }

    private void saveOffsets() {
        stations.commitSync(Duration.ofSeconds(3));
    }
}
