import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;

public class LegacyPoller implements ServletContextListener {
  private ExecutorService pollers;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    pollers = Executors.newFixedThreadPool(2);
    pollers.execute(() -> System.out.println("polling"));
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    ExecutorService current = this.pollers;
    if (current == null) {
      return;
    }
    current.shutdown();
    pollers = null;
  }
}
