package map.atlas;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;

public class MappedAtlas {
    private static final Cleaner CLEANER = Cleaner.create();

    private ByteBuffer pages;

    private MappedAtlas(int size) {
        pages = ByteBuffer.allocateDirect(size);
    }

    public static MappedAtlas open(int size) {
        MappedAtlas atlas = new MappedAtlas(size);
        CLEANER.register(atlas, () -> atlas.pages = null);
        return atlas;
    }

    public byte at(int i) {
        return pages.get(i);
    }
}
