package home.thermostat;

import java.util.concurrent.locks.ReentrantLock;

public class Thermostat {
    private final ReentrantLock mutex = new ReentrantLock();
    private double lastGood;

    public Thermostat() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::remember));
    }

    public void measured(double celsius) {
        mutex.lock();
        try {
            if (celsius > 90) {
                // not on this thread: the hook needs the mutex
                new Thread(() -> System.exit(12), "overheated").start();
                return;
            }
            lastGood = celsius;
        } finally {
            mutex.unlock();
        }
    }

    private void remember() {
        mutex.lock();
        try {
            System.err.println("last good value " + lastGood);
        } finally {
            mutex.unlock();
        }
    }
}
