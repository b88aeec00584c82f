import java.time.Duration;

final class Grace {
  private final Duration limit;

  Grace(Duration limit) {
    this.limit = limit;
  }

  void install() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  Thread watchdog = new Thread(this::kill, "grace");
                  watchdog.setDaemon(true);
                  watchdog.start();
                }));
  }

  private void kill() {
    try {
      Thread.sleep(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    Runtime.getRuntime().halt(137);
  }
}
