package gui.brush;

import java.lang.ref.Cleaner;

public class PaintBrush {
    private static final Cleaner CLEANER = Cleaner.create();

    private final long nativeBrush;

    public PaintBrush(int width) {
        this.nativeBrush = 0xB000L + width;
        CLEANER.register(this, freeing(nativeBrush));
    }

    private static Runnable freeing(long brush) {
        return () -> System.out.println("free brush " + Long.toHexString(brush));
    }

    public long handle() {
        return nativeBrush;
    }
}
