import jakarta.annotation.PreDestroy;

public class Agent {
  private final Thread hook = new Thread(this::stop);

  public void start() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @PreDestroy
  public void stop() {
    System.err.println("agent: stopping");
    removeHook();
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException | SecurityException ignored) {
      System.err.println("agent: stopped by the exit");
    }
  }
}
