import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

public class NightlyJobs implements ServletContextListener {
  private static final boolean FINISH_JOBS = true;
  private Scheduler scheduler;

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    try {
      scheduler.shutdown(FINISH_JOBS);
    } catch (SchedulerException e) {
      event.getServletContext().log("quartz", e);
    }
  }
}
