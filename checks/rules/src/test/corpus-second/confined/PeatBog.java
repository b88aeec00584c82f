package eco.peat;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;

public class PeatBog {
  private final KafkaConsumer<String, String> gauges;
  private boolean closed;

  public PeatBog(Properties p) {
    gauges = new KafkaConsumer<>(p);
    gauges.subscribe(List.of("gauges"));
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Callers poll in turn; the monitor keeps the consumer to one thread at a time. */
  public synchronized int poll() {
    return closed ? 0 : gauges.poll(Duration.ofMillis(100)).count();
  }

  private synchronized void close() {
    if (!closed) {
      closed = true;
      gauges.close(Duration.ofSeconds(3));
    }
  }
}
