import com.rabbitmq.client.Connection;
import io.undertow.Undertow;
import jakarta.annotation.PreDestroy;

public class EdgeServer {
  private Undertow server;

  public void start() {
    server = Undertow.builder().addHttpListener(8080, "0.0.0.0").build();
    server.start();
  }

  @PreDestroy
  public void stop() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }

  static void disconnect(Connection rabbit) throws java.io.IOException {
    rabbit.close();
  }
}
