class Pool {
  private final Thread hook = new Thread(() -> stop(true));

  void start() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void stop() {
    stop(false);
  }

  private void stop(boolean exiting) {
    if (!exiting) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
    System.err.println("pool: stopped");
  }
}
