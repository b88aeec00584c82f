import java.io.IOException;
import java.net.Socket;

class Reconnector {
  private volatile Socket socket;

  Socket connect(String host, int port) throws InterruptedException {
    int attempt = 0;
    while (true) {
      try {
        Socket connected = new Socket(host, port);
        Runtime.getRuntime().addShutdownHook(new Thread(this::disconnect));
        socket = connected;
        return connected;
      } catch (IOException e) {
        Thread.sleep(100L * ++attempt);
      }
    }
  }

  private void disconnect() {
    try {
      socket.close();
    } catch (IOException e) {
      System.err.println("close: " + e);
    }
  }
}
