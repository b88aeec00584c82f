package chat.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

public class SessionRegistry {
    private final Set<String> live = ConcurrentHashMap.newKeySet();

    public SessionRegistry() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(Duration.ofSeconds(8))));
    }

    public void join(String user) {
        live.add(user);
    }

    public void leave(String user) {
        live.remove(user);
    }

    private void drain(Duration limit) {
        Instant giveUp = Instant.now().plus(limit);
        while (!live.isEmpty()) {
            if (Instant.now().isAfter(giveUp)) {
                System.err.println("cutting off " + live.size() + " sessions");
                break;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
    }
}
