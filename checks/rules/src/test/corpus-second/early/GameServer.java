package game.server;

import java.io.IOException;
import java.net.ServerSocket;

public class GameServer {
  private Acceptor acceptor;

  public void boot(int port) throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(acceptor::leave));
    acceptor = new Acceptor(port);
    Thread t = new Thread(acceptor, "acceptor");
    t.setDaemon(true);
    t.start();
  }

  private static final class Acceptor implements Runnable {
    private final ServerSocket door;
    private volatile boolean open = true;

    Acceptor(int port) throws IOException {
      door = new ServerSocket(port);
    }

    void leave() {
      open = false;
    }

    @Override
    public void run() {
      while (open) {
        try {
          door.accept().close();
        } catch (IOException e) {
          leave();
        }
      }
    }
  }
}
