package io.greenhouse.sensors;

import java.util.function.Consumer;

public class SensorPoller implements Runnable {
    private final Thread thread = new Thread(this, "sensor-poller");
    private final Consumer<Double> sink;
    private volatile boolean stopped;

    public SensorPoller(Consumer<Double> sink) {
        this.sink = sink;
    }

    public void launch() {
        thread.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::halt));
    }

    private void halt() {
        stopped = true;
        thread.interrupt();
        waitForPoller();
    }

    private void waitForPoller() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (!stopped) {
            sink.accept(readRegister(0x40));
        }
    }

    private double readRegister(int reg) {
        return reg * Math.random();
    }
}
