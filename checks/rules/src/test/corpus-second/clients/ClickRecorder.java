package web.clicks;

import jakarta.annotation.PreDestroy;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

@Component
public class ClickRecorder {
    private final Producer<String, byte[]> out;

    public ClickRecorder(Properties kafka) {
        this.out = new KafkaProducer<>(kafka);
    }

    public void clicked(String session, byte[] event) {
        out.send(new ProducerRecord<>("clicks", session, event));
    }

    @PreDestroy
    public void stop() {
        out.close();
    }
}
