package chat.directory;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

public class ConnectionDirectory {
    private static final Set<Closeable> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(ConnectionDirectory::drop)));
    }

    public static void onAccept(Socket client) {
        Tracked t = new Tracked(client);
        OPEN.add(t);
        System.out.println("accepted " + client.getRemoteSocketAddress());
    }

    private static void drop(Closeable c) {
        try {
            c.close();
        } catch (IOException e) {
            System.err.println("not closed: " + e.getMessage());
        }
    }

    private static final class Tracked implements Closeable {
        private final Socket s;

        Tracked(Socket s) {
            this.s = s;
        }

        @Override
        public void close() throws IOException {
            OPEN.remove(this);
            s.close();
        }
    }
}
