class GatewayNode {
  private Acceptor acceptor;

  GatewayNode() {
    Runtime.getRuntime().addShutdownHook(new Thread(acceptor::stop));
  }

  void start(int port) {
    acceptor = new Acceptor(port);
    acceptor.open();
  }

  static final class Acceptor {
    private final int port;

    Acceptor(int port) {
      this.port = port;
    }

    void open() {
      System.out.println("listening on " + port);
    }

    void stop() {
      System.out.println("port " + port + " closed");
    }
  }
}
