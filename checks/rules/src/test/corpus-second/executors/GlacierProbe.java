package ice.glacier;

import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

public class GlacierProbe implements Managed {
    private Process drill;

    @Override
    public void start() throws IOException {
        drill = new ProcessBuilder("drill", "--depth", "40").start();
    }

    @Override
    public void stop() throws InterruptedException {
        drill.destroy();
        drill.waitFor(3, TimeUnit.SECONDS);
        System.out.println("drill is out");
    }
}
