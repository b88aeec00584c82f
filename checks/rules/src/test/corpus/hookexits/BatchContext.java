import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.List;

public class BatchContext implements ServletContextListener {
  private final List<AutoCloseable> open;

  public BatchContext(List<AutoCloseable> open) {
    this.open = open;
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    open.forEach(
        part -> {
          try {
            part.close();
          } catch (Exception e) {
            System.exit(2);
          }
        });
  }
}
