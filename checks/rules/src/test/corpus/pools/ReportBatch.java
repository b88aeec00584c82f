import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class ReportBatch {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    for (String name : List.of(args)) {
      pool.submit(() -> System.out.println("report " + name));
    }
    pool.shutdown();
  }
}
