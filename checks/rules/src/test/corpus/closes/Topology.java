import org.apache.kafka.streams.KafkaStreams;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

public class Topology {
  private final KafkaStreams streams;

  public Topology(KafkaStreams streams) {
    this.streams = streams;
  }

  @EventListener
  public void onClosed(ContextClosedEvent event) {
    shutDown();
  }

  private void shutDown() {
    streams.close();
    streams.cleanUp();
  }
}
