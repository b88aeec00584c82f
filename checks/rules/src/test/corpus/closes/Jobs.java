import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

public class Jobs {
  private final Scheduler scheduler;
  private final ExecutorService workers;
  private final Undertow console =
      Undertow.builder().setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, 3_000).build();

  public Jobs(Scheduler scheduler, ExecutorService workers) {
    this.scheduler = scheduler;
    this.workers = workers;
  }

  @PreDestroy
  public void stop() throws InterruptedException {
    console.stop();
    workers.shutdown();
    if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
      workers.shutdownNow();
    }
    workers.close();
    try {
      scheduler.shutdown(false);
    } catch (SchedulerException e) {
      System.err.println("scheduler: " + e.getMessage());
    }
  }
}
