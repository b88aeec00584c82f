import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

public class HealthEndpoint {
  private final HttpServer server;

  public HealthEndpoint(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(port), 16);
    server.createContext(
        "/dump",
        exchange -> {
          Thread done = new Thread(exchange::close);
          Runtime.getRuntime().addShutdownHook(done);
          exchange.sendResponseHeaders(200, -1);
        });
  }

  public void start() {
    server.start();
  }
}
