import com.lmax.disruptor.dsl.Disruptor;
import com.rabbitmq.client.Connection;
import java.io.IOException;

public final class Broker implements AutoCloseable {
  private final Connection connection;
  private final Disruptor<long[]> ring;

  public Broker(Connection connection, Disruptor<long[]> ring) {
    this.connection = connection;
    this.ring = ring;
  }

  @Override
  public void close() throws IOException {
    try {
      ring.shutdown();
    } finally {
      connection.close();
    }
  }
}
