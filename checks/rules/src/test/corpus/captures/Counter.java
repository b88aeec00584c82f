class Counter {
  private int served;

  void start() {
    String line = "served " + served;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println(line)));
  }

  void serve() {
    served++;
  }
}
