class Plant {
  private final Valve valve = new Valve();

  void run(String[] arguments) {
    if (arguments.length == 0) {
      System.err.println("usage: plant CONFIG");
      System.exit(64);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(valve::exit));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> new Thread(() -> System.exit(0), "late").setDaemon(true)));
  }

  static final class Valve {
    void exit() {
      System.err.println("valve: closed");
    }
  }
}
