package shop;

import org.eclipse.jetty.util.thread.ShutdownThread;

public class Doorman implements AutoCloseable {
  private final Porter porter = new Porter();

  @Override
  public void close() {
    porter.leave();
  }

  static final class Porter {
    void leave() {
      Runtime.getRuntime().addShutdownHook(new Thread(Porter::last));
    }

    private static void last() {
      try {
        ShutdownThread.getInstance().join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
