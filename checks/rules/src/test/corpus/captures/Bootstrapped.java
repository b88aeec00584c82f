class Bootstrapped {
  private static Server server;

  public static void main(String[] args) {
    init();
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    server.serve();
  }

  private static void init() {
    server = new Server();
  }

  static final class Server {
    void serve() {}

    void stop() {}
  }
}
