import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Requests {
  public String handle(List<String> parts) throws InterruptedException, ExecutionException {
    try (var scope = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = parts.stream().map(part -> scope.submit(() -> part.trim())).toList();
      StringBuilder all = new StringBuilder();
      for (Future<String> answer : answers) {
        all.append(answer.get());
      }
      return all.toString();
    }
  }
}
