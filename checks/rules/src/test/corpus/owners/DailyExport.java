import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class DailyExport {
  int export(List<Callable<Integer>> parts) throws Exception {
    ExecutorService pool =
        new ThreadPoolExecutor(4, 4, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
    int sum = 0;
    for (var part : pool.invokeAll(parts)) {
      sum += part.get();
    }
    return sum;
  }
}
