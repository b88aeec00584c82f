package sea.reef;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;

public class ReefStation {
    private final Socket uplink;
    private final ServerSocket service;
    private final DatagramSocket sonar;

    public ReefStation(Socket uplink, ServerSocket service, DatagramSocket sonar) {
        this.uplink = uplink;
        this.service = service;
        this.sonar = sonar;
        Runtime.getRuntime().addShutdownHook(new Thread(this::dive));
    }

    private void dive() {
        shut(uplink);
        shut(service);
        shut(sonar::close);
    }

    private static void shut(Closeable c) {
        try {
            c.close();
        } catch (IOException | RuntimeException e) {
            System.err.println("left open: " + e);
        }
    }
}
