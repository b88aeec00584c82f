package city.barrier;

import io.dropwizard.lifecycle.Managed;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

public class BarrierGate implements Managed {
    private final AtomicReference<Thread> guard = new AtomicReference<>();
    private ServerSocket remote;

    public void openRemote(int port) throws java.io.IOException {
        remote = new ServerSocket(port);
    }

    @Override
    public void start() {
        Thread t = new Thread(() -> System.out.println("guarding"), "guard");
        t.start();
        guard.set(t);
    }

    @Override
    public void stop() throws Exception {
        Optional.ofNullable(guard.getAndSet(null)).ifPresent(Thread::interrupt);
        if (remote instanceof ServerSocket s) {
            s.close();
        }
    }
}
