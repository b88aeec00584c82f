package search.index;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;

public class IndexCommitter {
    private CompletableFuture<Long> pending = CompletableFuture.completedFuture(0L);

    public synchronized void commitLater() {
        pending = pending.thenApplyAsync(gen -> writeGeneration(gen + 1));
    }

    @PreDestroy
    public synchronized void finishCommits() {
        CompletableFuture<Long> last = pending.copy().orTimeout(4, TimeUnit.SECONDS);
        try {
            long generation = last.join();
            System.out.println("index left at generation " + generation);
        } catch (CompletionException e) {
            System.err.println("index commit not finished: " + e.getCause());
        }
    }

    private long writeGeneration(long gen) {
        return gen;
    }
}
