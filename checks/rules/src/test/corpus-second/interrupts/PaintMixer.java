package factory.paint;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

public class PaintMixer implements AutoCloseable {
    private final BlockingQueue<String> pots = new LinkedBlockingQueue<>();
    private final Thread mixer = new Thread(new Mixing(), "mixer");

    public PaintMixer() {
        mixer.start();
    }

    public void mix(String colour) {
        pots.add(colour);
    }

    @Override
    public void close() {
        mixer.interrupt();
        try {
            TimeUnit.MILLISECONDS.timedJoin(mixer, 900);
        } catch (InterruptedException e) {
            rethrowLater();
        }
        if (mixer.isAlive()) {
            System.err.println("the mixer is still turning");
        }
    }

    private static void rethrowLater() {
        Thread me = Thread.currentThread();
        me.interrupt();
    }

    private final class Mixing implements Runnable {
        @Override
        public void run() {
            try {
                for (;;) {
                    System.out.println("mixing " + pots.take());
                }
            } catch (InterruptedException closed) {
                System.out.println("left unmixed: " + pots.size());
            }
        }
    }
}
