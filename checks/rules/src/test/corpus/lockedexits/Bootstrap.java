public final class Bootstrap {
  private static final Object START = new Object();
  private static boolean started;

  private Bootstrap() {}

  public static void main(String[] args) {
    synchronized (START) {
      if (started) {
        System.exit(1);
      }
      started = true;
    }
    Object once = new Object();
    synchronized (once) {
      System.exit(args.length);
    }
  }
}
