class Kiosk {
  public static void main(String[] args) {
    Display display = new Display();
    Runtime.getRuntime().addShutdownHook(new Thread(new Farewell(display)));
    display.show("open");
  }

  static final class Display implements AutoCloseable {
    void show(String text) {
      System.out.println(text);
    }

    @Override
    public void close() {}
  }

  private static final class Farewell implements Runnable {
    private final String text;

    Farewell(Display display) {
      text = "goodbye";
      display.close();
    }

    @Override
    public void run() {
      System.err.println(text);
    }
  }
}
