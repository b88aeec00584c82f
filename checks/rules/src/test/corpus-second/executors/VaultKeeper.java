package bank.vault;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class VaultKeeper {
    private final ExecutorService clerks = Executors.newFixedThreadPool(2, Thread.ofPlatform().name("clerk-", 1).factory());

    public void stow(Runnable r) {
        clerks.execute(r);
    }

    @PreDestroy
    public void lockUp() {
        if (!ended(clerks, 4)) {
            int dropped = clerks.shutdownNow().size();
            System.err.println("clerks were sent home with " + dropped + " tasks undone");
        }
    }

    static boolean ended(ExecutorService es, int seconds) {
        es.shutdown();
        try {
            for (int s = 0; s < seconds; s++) {
                if (es.awaitTermination(1, TimeUnit.SECONDS)) {
                    return true;
                }
                System.err.println("waiting for clerks: " + (seconds - s) + " s left");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return es.isTerminated();
    }
}
