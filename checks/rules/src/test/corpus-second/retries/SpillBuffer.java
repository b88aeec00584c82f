package store.spill;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

public class SpillBuffer implements AutoCloseable {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Path file;
    private volatile boolean closed;

    public SpillBuffer(Path file) {
        this.file = file;
    }

    public void add(String line) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        lines.add(line);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try (BufferedWriter w = Files.newBufferedWriter(file)) {
            String line;
            while ((line = lines.poll()) != null) {
                w.write(line);
                w.newLine();
            }
        }
    }
}
