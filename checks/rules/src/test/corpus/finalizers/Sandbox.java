package sandbox;

class Sandbox {
  private final Sandbox inner;

  Sandbox(Sandbox inner) {
    this.inner = inner;
  }

  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> inner.runFinalization()));
  }

  void runFinalization() {
    System.err.println("sandbox: closed");
  }
}
