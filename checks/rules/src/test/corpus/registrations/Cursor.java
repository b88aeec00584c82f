import org.apache.hadoop.util.ShutdownHookManager;

class Cursor {
  void open() {
    ShutdownHookManager.get().addShutdownHook(this::close, 10);
  }

  void done() {
    close();
    ShutdownHookManager.get().removeShutdownHook(this::close);
  }

  private void close() {
    System.err.println("cursor: closed");
  }
}
