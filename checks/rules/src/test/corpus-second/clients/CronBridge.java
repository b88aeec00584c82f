package ops.cron;

import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

@Component
public class CronBridge implements DisposableBean {
    private static final boolean WAIT_FOR_RUNNING_JOBS = true;

    private final Scheduler quartz;

    public CronBridge(Scheduler quartz) throws SchedulerException {
        this.quartz = quartz;
        quartz.start();
    }

    @Override
    public void destroy() throws SchedulerException {
        quartz.shutdown(WAIT_FOR_RUNNING_JOBS);
    }
}
