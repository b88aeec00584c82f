import org.springframework.context.SmartLifecycle;

class StartedFlag implements SmartLifecycle {
  private boolean started = false;

  @Override
  public void start() {
    System.out.println("listening");
  }

  @Override
  public void stop() {
    System.out.println("stopped");
    started = false;
  }

  @Override
  public boolean isRunning() {
    return started;
  }
}
