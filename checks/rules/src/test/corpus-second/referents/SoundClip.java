package audio.clip;

import java.lang.ref.Cleaner;
import java.util.function.LongConsumer;

public class SoundClip {
    private static final Cleaner CLEANER = Cleaner.create();

    private record Unload(LongConsumer driver, long handle) implements Runnable {
        @Override
        public void run() {
            driver.accept(handle);
        }
    }

    private final long handle;
    private final String title;

    public SoundClip(String title, long handle, LongConsumer driver) {
        this.title = title;
        this.handle = handle;
        CLEANER.register(this, new Unload(driver, this.handle));
    }

    @Override
    public String toString() {
        return title + "@" + handle;
    }
}
