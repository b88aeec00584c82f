package shop.sender;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

public class BoundedSender implements AutoCloseable {
  /** close() of the superclass waits for ever. */
  private static final class Polite extends KafkaProducer<String, String> {
    Polite(Properties p) {
      super(p);
    }

    @Override
    public void close() {
      super.close(Duration.ofSeconds(6));
    }
  }

  private final Polite out;

  public BoundedSender(Properties p) {
    out = new Polite(p);
  }

  public void send(String k, String v) {
    out.send(new ProducerRecord<>("orders", k, v));
  }

  @Override
  public void close() {
    out.close();
  }
}
