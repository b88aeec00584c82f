package mem.natives;

import java.lang.ref.Cleaner;

public class NativeBuffer implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final long address;
    private final Cleaner.Cleanable cleanable;

    public NativeBuffer(int bytes) {
        address = allocate(bytes);
        cleanable = CLEANER.register(this, () -> release(address));
    }

    private static long allocate(int bytes) {
        return 0x1000L + bytes;
    }

    private static void release(long address) {
        System.out.println("free " + Long.toHexString(address));
    }

    @Override
    public void close() {
        cleanable.clean();
    }
}
