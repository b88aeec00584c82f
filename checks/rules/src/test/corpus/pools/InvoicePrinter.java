import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class InvoicePrinter {
  private static final ExecutorService PRINTERS = Executors.newFixedThreadPool(3);

  public static void main(String[] args) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.err.println("stopping printers");
                  PRINTERS.shutdown();
                }));
    for (String file : args) {
      PRINTERS.submit(() -> print(file));
    }
  }

  private static void print(String file) {
    System.out.println("printing " + file);
  }
}
