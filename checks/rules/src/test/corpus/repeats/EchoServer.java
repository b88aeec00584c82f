import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;

class EchoServer {
  private final ExecutorService pool;

  EchoServer(ExecutorService pool) {
    this.pool = pool;
  }

  void serve(ServerSocket server) throws IOException {
    while (!server.isClosed()) {
      Socket socket = server.accept();
      pool.execute(() -> handle(socket));
    }
  }

  private void handle(Socket socket) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(socket)));
    try {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException e) {
      closeQuietly(socket);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      System.err.println("already closed");
    }
  }
}
