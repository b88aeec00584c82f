import org.springframework.context.SmartLifecycle;

public class FeedLifecycleTracked implements SmartLifecycle {
  private volatile boolean running;
  private Thread reader;

  @Override
  public void start() {
    reader = new Thread(() -> System.out.println("reading"));
    reader.start();
    running = true;
  }

  @Override
  public void stop() {
    reader.interrupt();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
