package infra.admin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

public class AdminPort {
    private HttpServer server;

    public AdminPort() {
        Runtime.getRuntime().addShutdownHook(new Thread() {
            @Override public void run() {
                server.stop(1);
            }
        });
    }

    public void open(int port) throws IOException {
        HttpServer s = HttpServer.create(new InetSocketAddress(port), 0);
        s.createContext("/healthz", ex -> {
            ex.sendResponseHeaders(204, -1);
            ex.close();
        });
        s.start();
        server = s;
    }
}
