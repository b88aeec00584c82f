package gateway;

import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;

class Gateway {
  private final KafkaProducer<byte[], byte[]> out = new KafkaProducer<>(new Properties());

  void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> out.close(0, TimeUnit.SECONDS)));
  }
}
