public class Tunnel implements AutoCloseable {
  private final Runtime runtime = Runtime.getRuntime();
  private final Thread hook;

  public Tunnel(Runnable disconnect) {
    hook = new Thread(disconnect, "tunnel");
    runtime.addShutdownHook(hook);
  }

  @Override
  public void close() {
    runtime.removeShutdownHook(hook);
    hook.run();
  }
}
