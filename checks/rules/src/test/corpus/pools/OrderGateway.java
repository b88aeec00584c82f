import io.grpc.Server;
import io.grpc.ServerBuilder;
import java.io.IOException;

final class OrderGateway {
  private Server server;

  void start(int port) throws IOException {
    server = ServerBuilder.forPort(port).build().start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (server != null) {
                    server.shutdown();
                  }
                }));
  }

  void block() throws InterruptedException {
    server.awaitTermination();
  }
}
