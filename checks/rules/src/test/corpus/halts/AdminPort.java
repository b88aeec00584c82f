import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

class AdminPort {
  void listen(ServerSocket server) throws IOException {
    while (true) {
      try (Socket socket = server.accept()) {
        int command = socket.getInputStream().read();
        if (command == 'q') {
          socket.getOutputStream().write("bye".getBytes());
          Runtime.getRuntime().halt(0);
        }
      }
    }
  }
}
