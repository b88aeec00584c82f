public class Broker {
  private final Thread hook = new Thread(this::stop, "broker-stop");
  private volatile boolean inExit;

  public void start() {
    Runtime.getRuntime().addShutdownHook(hook);
    Runtime.getRuntime().addShutdownHook(new Thread(this::exiting));
  }

  public void stop() {
    System.err.println("broker: stopped");
    if (Thread.currentThread() == hook) {
      return;
    }
    System.exit(0);
  }

  private void exiting() {
    inExit = true;
    close();
  }

  public void close() {
    if (!inExit) {
      System.exit(0);
    }
  }
}
