package fair.carousel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

public class Carousel implements DisposableBean {
    private final CompletableFuture<Void> stillstand = new CompletableFuture<>();

    public void stopped() {
        stillstand.complete(null);
    }

    @Override
    public void destroy() {
        try {
            stillstand.get(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            System.err.println("carousel is still turning: " + e);
        }
    }
}
