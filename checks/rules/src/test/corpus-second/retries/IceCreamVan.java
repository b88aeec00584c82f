package food.van;

import io.quarkus.runtime.Shutdown;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

@ApplicationScoped
public class IceCreamVan {
    private final InetSocketAddress depot = new InetSocketAddress("depot", 4000);

    @Shutdown
    void backToDepot() {
        long waitMs = 100;
        while (true) {
            try (Socket s = new Socket()) {
                s.connect(depot, 500);
                s.getOutputStream().write('B');
                break;
            } catch (IOException refused) {
                try {
                    Thread.sleep(waitMs);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                waitMs = Math.min(waitMs * 2, 3_000);
            }
        }
    }
}
