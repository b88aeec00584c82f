import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class DailyExportClosed {
  int export(List<Callable<Integer>> parts) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      int sum = 0;
      for (var part : pool.invokeAll(parts)) {
        sum += part.get();
      }
      return sum;
    } finally {
      pool.shutdown();
    }
  }
}
