import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;

class Uploads {
  private final List<Path> left = List.of();
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::uploadTheRest));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> pool.close()));
  }

  private void uploadTheRest() {
    try (var extra = Executors.newVirtualThreadPerTaskExecutor()) {
      left.forEach(file -> extra.execute(() -> upload(file)));
    }
  }

  private void upload(Path file) {}
}
