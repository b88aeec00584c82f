package web.fetch;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class PageFetcher implements AutoCloseable {
    private final ExecutorService vthreads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder().executor(vthreads).build();

    public HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        client.shutdown();
        try {
            if (!client.awaitTermination(Duration.ofSeconds(3))) {
                client.shutdownNow();
            }
            vthreads.shutdown();
            if (!vthreads.awaitTermination(2, TimeUnit.SECONDS)) {
                vthreads.shutdownNow();
            }
        } catch (InterruptedException e) {
            client.shutdownNow();
            vthreads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
