import java.util.concurrent.atomic.AtomicLong;

public class ImporterLate {
  public static void main(String[] args) {
    AtomicLong rows = new AtomicLong();
    Runtime.getRuntime().addShutdownHook(new Thread(summary(rows)));
    for (String file : args) {
      rows.addAndGet(file.length());
    }
  }

  private static Runnable summary(AtomicLong rows) {
    return () -> System.err.println("imported " + rows.get() + " rows");
  }
}
