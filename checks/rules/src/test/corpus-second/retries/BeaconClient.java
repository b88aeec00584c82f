package infra.beacon;

import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

public class BeaconClient {
    private static final int[] BACKOFF_MS = {100, 300, 900, 1_500};
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest goodbye;

    public BeaconClient(String host, String node) {
        goodbye = HttpRequest.newBuilder(URI.create("http://" + host + "/nodes/" + node))
                .DELETE()
                .timeout(Duration.ofSeconds(2))
                .build();
    }

    @PreDestroy
    void deregister() {
        for (int wait : BACKOFF_MS) {
            try {
                if (http.send(goodbye, HttpResponse.BodyHandlers.discarding()).statusCode() < 300) {
                    return;
                }
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (java.io.IOException e) {
                System.err.println("beacon: " + e);
            }
        }
    }
}
