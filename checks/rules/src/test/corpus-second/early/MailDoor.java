package mail.door;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

public class MailDoor {
    private volatile HttpServer door;
    private final StringBuffer guestbook = new StringBuffer();

    public MailDoor() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            HttpServer now = door;
            if (now != null) {
                now.stop(1);
            }
            print(guestbook);
        }));
    }

    public void open(int port) throws IOException {
        HttpServer s = HttpServer.create(new InetSocketAddress(port), 20);
        s.createContext("/", ex -> {
            guestbook.append(ex.getRemoteAddress()).append('\n');
            ex.sendResponseHeaders(204, -1);
            ex.close();
        });
        s.start();
        door = s;
    }

    private static void print(CharSequence text) {
        System.err.println(text);
    }
}
