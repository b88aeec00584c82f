package ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

class AdminEndpoint implements HttpHandler {
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
    ProcessHandle self = ProcessHandle.current();
    self.destroy();
  }
}
