package game.score;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

@Service
public class ScoreKeeper {
    private final ExecutorService saver = Executors.newSingleThreadExecutor();

    public void scored(String player, int points) {
        saver.execute(() -> System.out.println(player + " +" + points));
    }

    @PreDestroy
    public void goodNight() {
        saver.shutdown();
        try {
            saver.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            saver.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
