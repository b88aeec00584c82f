package alps.cablecar;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import org.springframework.beans.factory.DisposableBean;

public class CableCar implements DisposableBean {
    private final Socket winch;
    private final Socket doors;
    private final Socket lights;

    public CableCar(Socket winch, Socket doors, Socket lights) {
        this.winch = winch;
        this.doors = doors;
        this.lights = lights;
    }

    public void go() throws IOException {
        winch.getOutputStream().write('G');
    }

    @Override
    public void destroy() {
        try {
            halt(winch.getOutputStream());
            winch.close();
            doors.close();
            lights.close();
        } catch (IOException e) {
            System.err.println("cable car: " + e);
        }
    }

    private static void halt(OutputStream to) throws IOException {
        to.write('H');
        to.flush();
    }
}
