import org.springframework.context.SmartLifecycle;

public class FeedLifecycle implements SmartLifecycle {
  private Thread reader;

  @Override
  public void start() {
    reader = new Thread(() -> System.out.println("reading"));
    reader.start();
  }

  @Override
  public void stop() {
    reader.interrupt();
  }

  @Override
  public boolean isRunning() {
    return false;
  }
}
