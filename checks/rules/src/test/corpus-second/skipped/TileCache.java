package map.tiles;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;

public final class TileCache implements Closeable {
    private final RandomAccessFile directory;
    private final RandomAccessFile pixels;

    public TileCache(RandomAccessFile directory, RandomAccessFile pixels) {
        this.directory = directory;
        this.pixels = pixels;
    }

    public byte[] tile(int slot, int size) throws IOException {
        byte[] buf = new byte[size];
        pixels.seek((long) slot * size);
        pixels.readFully(buf);
        return buf;
    }

    @Override
    public void close() throws IOException {
        try (directory; pixels) {
            pixels.getFD().sync();
        }
    }
}
