package space.uplink;

import java.io.IOException;
import java.net.Socket;

public class SatelliteUplink {
    private final Socket dish;

    public SatelliteUplink(String host, int port) throws IOException {
        Socket s = new Socket(host, port);
        try {
            s.setSoTimeout(700);
            handshake(s);
        } catch (IOException e) {
            s.close();
            throw new IOException("no handshake with " + host, e);
        }
        dish = s;
    }

    private static void handshake(Socket s) throws IOException {
        s.getOutputStream().write(0x06);
        if (s.getInputStream().read() != 0x15) {
            throw new IOException("unexpected reply");
        }
    }

    public void beam(byte[] data) throws IOException {
        dish.getOutputStream().write(data);
    }
}
