package relay;

import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.beans.factory.DisposableBean;

public class Relay implements DisposableBean {
  private final KafkaProducer<String, String> producer;

  public Relay(KafkaProducer<String, String> producer) {
    this.producer = producer;
  }

  @Override
  public void destroy() {
    quit();
  }

  private void quit() {
    producer.close(Duration.ofSeconds(0));
  }
}
