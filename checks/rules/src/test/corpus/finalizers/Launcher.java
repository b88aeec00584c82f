package app;

public final class Launcher {
  public static void main(String[] args) {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(System::runFinalization));
    new Launcher().serve();
  }

  private void serve() {}
}
