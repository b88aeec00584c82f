import javax.annotation.PreDestroy;

public class SpanReporter {
  private Thread shutdown;

  public void init() {
    shutdown = new Thread(this::flush);
    Runtime.getRuntime().addShutdownHook(shutdown);
  }

  public void flush() {
    System.out.flush();
  }

  @PreDestroy
  public void destroy() {
    unregister();
    flush();
  }

  private void unregister() {
    if (shutdown != null) {
      Runtime.getRuntime().removeShutdownHook(shutdown);
      shutdown = null;
    }
  }
}
