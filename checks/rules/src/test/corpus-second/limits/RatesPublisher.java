package fx.rates;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

@Component
class RatesPublisher {
	// be generous, the broker may be in the middle of a rolling restart
	private static final Duration CLOSE_WAIT = Duration.ofMinutes(30).plusSeconds(15);

	private final KafkaProducer<String, Double> producer;

	RatesPublisher(Properties props) {
		producer = new KafkaProducer<>(props);
	}

	void publish(String pair, double rate) {
		producer.send(new ProducerRecord<>("rates", pair, rate));
	}

	@PreDestroy
	void shutdown() {
		producer.close(CLOSE_WAIT);
	}
}
