package bank.audit;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

public class AuditTrail implements AutoCloseable {
    private final KafkaProducer<String, String> producer;
    private final Duration patience;

    public AuditTrail(Map<String, Object> config, Duration patience) {
        this.producer = new KafkaProducer<>(config);
        this.patience = patience.compareTo(Duration.ofSeconds(10)) > 0 ? Duration.ofSeconds(10) : patience;
    }

    public void record(String who, String what) {
        producer.send(new ProducerRecord<>("audit", who, what));
    }

    @Override
    public void close() {
        producer.close(patience);
    }
}
