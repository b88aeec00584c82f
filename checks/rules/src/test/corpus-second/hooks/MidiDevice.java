package audio.midi;

import java.util.concurrent.atomic.AtomicBoolean;

public class MidiDevice implements AutoCloseable {
    private final AtomicBoolean open = new AtomicBoolean();

    public void open() {
        if (open.compareAndSet(false, true)) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::allNotesOff));
        }
    }

    private void allNotesOff() {
        if (open.get()) {
            System.out.write(0xB0);
            System.out.write(123);
            System.out.flush();
        }
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            try {
                Runtime.getRuntime().removeShutdownHook(new Thread(this::allNotesOff));
            } catch (IllegalStateException exiting) {
                // too late to remove anything
            }
        }
    }
}
