package farm.robot;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.runtime.Lastcall;
import java.io.IOException;
import java.net.Socket;

public class OrchardRobot {
    private Socket arm;

    public OrchardRobot(Lastcall lastcall) {
        lastcall.defer(CleanupSpec.named("robot-arm"), this::park);
    }

    public void connect(String host) throws IOException {
        arm = new Socket(host, 9100);
    }

    private void park() throws IOException {
        var a = arm;
        if (a == null) {
            System.err.println("arm was never connected");
            return;
        }
        try (a) {
            a.getOutputStream().write("PARK\n".getBytes());
        }
    }
}
