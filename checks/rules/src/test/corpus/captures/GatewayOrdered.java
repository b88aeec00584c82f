class GatewayOrdered {
  private Acceptor acceptor;

  void start(int port) {
    acceptor = new Acceptor(port);
    Runtime.getRuntime().addShutdownHook(new Thread(acceptor::stop));
  }

  void stop() {
    acceptor.stop();
    acceptor = null;
  }

  record Acceptor(int port) {
    void stop() {
      System.out.println("port " + port + " closed");
    }
  }
}
