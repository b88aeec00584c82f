package p2p.peers;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.runtime.Lastcall;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public class PeerTable {
    private final List<Socket> peers = new CopyOnWriteArrayList<>();

    public void register(Lastcall lastcall) {
        CleanupSpec spec = CleanupSpec.named("peers").within(Duration.ofSeconds(2));
        lastcall.defer(spec, disconnectAll());
    }

    public void connected(Socket s) {
        peers.add(s);
    }

    private PlainCleanup disconnectAll() {
        int n = peers.size();
        for (Socket s : peers) {
            try {
                s.close();
            } catch (java.io.IOException e) {
                System.err.println("peer " + s + ": " + e);
            }
        }
        return () -> System.err.println(n + " peers disconnected");
    }
}
