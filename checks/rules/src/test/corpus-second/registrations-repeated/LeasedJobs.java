package ops.leased;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Registration;
import dev.lastcall.runtime.Lastcall;
import java.time.Duration;
import java.util.Iterator;

public class LeasedJobs {
    public interface Job {
        String id();

        void work();

        void giveBack();
    }

    private final Lastcall lastcall;

    public LeasedJobs(Lastcall lastcall) {
        this.lastcall = lastcall;
    }

    public int drain(Iterator<Job> jobs) {
        int done = 0;
        while (jobs.hasNext()) {
            Job job = jobs.next();
            var spec = CleanupSpec.named("lease-" + job.id()).within(Duration.ofMillis(500));
            try (Registration whileWorking = lastcall.defer(spec, job::giveBack)) {
                job.work();
                done++;
            }
        }
        return done;
    }
}
