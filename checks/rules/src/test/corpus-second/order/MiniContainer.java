package infra.mini;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

public class MiniContainer {
    private final List<Runnable> stops = new ArrayList<>();

    public void start() throws Exception {
        HikariDataSource db = new HikariDataSource(new HikariConfig("/db.properties"));
        stops.add(db::close);

        HttpServer web = HttpServer.create(new InetSocketAddress(8080), 0);
        web.createContext("/count", ex -> {
            try (var c = db.getConnection(); var rs = c.createStatement().executeQuery("select count(*) from t")) {
                rs.next();
                ex.sendResponseHeaders(rs.getInt(1) > 0 ? 200 : 404, -1);
            } catch (java.sql.SQLException e) {
                ex.sendResponseHeaders(500, -1);
            }
            ex.close();
        });
        web.start();
        stops.add(() -> web.stop(2));

        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll));
    }

    private void stopAll() {
        for (Runnable stop : stops) {
            try {
                stop.run();
            } catch (RuntimeException e) {
                System.err.println("stop failed: " + e);
            }
        }
    }
}
