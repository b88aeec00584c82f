package dock.scale;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.Socket;

@ApplicationScoped
public class SharedScale {
    private static Socket serial;

    public double weigh() throws IOException {
        if (serial == null) {
            serial = new Socket("scale", 4001);
        }
        return serial.getInputStream().read() / 10.0;
    }

    @PreDestroy
    static void unplug() {
        if (serial != null) {
            try {
                serial.close();
            } catch (IOException e) {
                System.err.println("scale: " + e);
            }
        }
    }
}
