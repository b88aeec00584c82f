package net.link;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Queue;

public class BufferedLink extends PlainLink {
    private final Queue<byte[]> pending = new ArrayDeque<>();

    public BufferedLink(Socket s) {
        super(s);
    }

    public synchronized void later(byte[] frame) {
        pending.add(frame);
    }

    @Override
    public synchronized void close() throws IOException {
        super.close();
        for (byte[] frame; (frame = pending.poll()) != null; ) {
            write(frame);
        }
    }
}

class PlainLink implements AutoCloseable {
    private final Socket socket;

    PlainLink(Socket socket) {
        this.socket = socket;
    }

    protected void write(byte[] frame) throws IOException {
        socket.getOutputStream().write(frame);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
