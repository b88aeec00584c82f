class HookGuard {
  void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  private void stop() {
    Thread guard =
        new Thread(
            () -> {
              try {
                Thread.sleep(9_000);
                Runtime.getRuntime().halt(1);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    guard.setDaemon(true);
    guard.start();
    System.out.println("cleaning");
  }
}
