package mem.ring;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;

public class OffHeapRing implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private static final class Memory implements Runnable {
        private final AtomicLong base;

        private Memory(long base) {
            this.base = new AtomicLong(base);
        }

        @Override
        public void run() {
            long b = base.getAndSet(0);
            if (b != 0) {
                System.out.println("unmapped " + b);
            }
        }
    }

    private final Memory memory;
    private final Cleaner.Cleanable handle;

    public OffHeapRing(int capacity) {
        this.memory = new Memory(capacity * 64L);
        this.handle = CLEANER.register(this, memory);
    }

    public long base() {
        return memory.base.get();
    }

    @Override
    public void close() {
        handle.clean();
    }
}
