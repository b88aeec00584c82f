package ops.quartz;

import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import javax.annotation.PostConstruct;
import javax.annotation.PreDestroy;

public class QuartzHolder {
    private Scheduler sched;

    @PostConstruct
    void up() throws SchedulerException {
        sched = new StdSchedulerFactory().getScheduler();
        sched.start();
    }

    @PreDestroy
    void down() {
        if (sched == null) {
            return;
        }
        try {
            // jobs are idempotent, the next node repeats what is cut off here
            sched.shutdown(false);
        } catch (SchedulerException e) {
            System.err.println("scheduler: " + e);
        }
    }
}
