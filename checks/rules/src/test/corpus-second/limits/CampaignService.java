package ads.campaign;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;

/** Runs on Kubernetes with the default terminationGracePeriodSeconds of 30. */
public class CampaignService implements DisposableBean {
    private volatile CompletableFuture<Integer> billing = CompletableFuture.completedFuture(0);

    public void bill(CompletableFuture<Integer> run) {
        billing = run;
    }

    @Override
    public void destroy() throws InterruptedException {
        await(billing, 10, TimeUnit.MINUTES);
    }

    private static void await(CompletableFuture<Integer> f, long n, TimeUnit unit) throws InterruptedException {
        try {
            System.out.println("billed " + f.get(n, unit));
        } catch (ExecutionException | TimeoutException e) {
            f.cancel(true);
        }
    }
}
