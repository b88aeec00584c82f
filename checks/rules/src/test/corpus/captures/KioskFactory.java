class KioskFactory {
  public static void main(String[] args) {
    Display display = new Display();
    Runtime.getRuntime().addShutdownHook(stopThread(display));
    display.show("open");
  }

  private static Thread stopThread(Display display) {
    Runnable stop = display::close;
    return new Thread(stop, "display-stop");
  }

  static final class Display implements AutoCloseable {
    void show(String text) {
      System.out.println(text);
    }

    @Override
    public void close() {}
  }
}
