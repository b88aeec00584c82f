import static java.lang.System.exit;

final class NodeLauncher {
  private volatile boolean stopping;

  public static void main(String[] args) {
    NodeLauncher launcher = new NodeLauncher();
    Thread hook = new Thread(() -> launcher.stop("signal"));
    Runtime.getRuntime().addShutdownHook(hook);
    launcher.run();
  }

  private void run() {
    while (!stopping) {
      Thread.onSpinWait();
    }
    stop("end of work");
  }

  private synchronized void stop(String why) {
    if (stopping) {
      return;
    }
    stopping = true;
    System.err.println("stopped: " + why);
    quit();
  }

  private void quit() {
    exit(0);
  }
}
