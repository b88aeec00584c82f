package infra.metrics;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

public final class MetricsPort {
    private HttpServer server;

    public static MetricsPort serve(int port) {
        MetricsPort mp = new MetricsPort();
        try {
            mp.server = HttpServer.create(new InetSocketAddress(port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mp.server.createContext("/metrics", ex -> {
            byte[] body = "up 1\n".getBytes(StandardCharsets.UTF_8);
            ex.sendResponseHeaders(200, body.length);
            ex.getResponseBody().write(body);
            ex.close();
        });
        mp.server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> mp.server.stop(1), "metrics-port"));
        return mp;
    }
}
