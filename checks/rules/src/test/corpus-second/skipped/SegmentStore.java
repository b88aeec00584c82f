package store.segment;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

public class SegmentStore implements Closeable {
    private final FileChannel index;
    private final FileChannel data;

    public SegmentStore(Path dir) throws IOException {
        index = open(dir.resolve("segment.idx"));
        data = open(dir.resolve("segment.dat"));
    }

    private static FileChannel open(Path p) throws IOException {
        return FileChannel.open(p, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    public long bytes() throws IOException {
        return index.size() + data.size();
    }

    @Override
    public void close() throws IOException {
        index.close();
        data.close();
    }
}
