package audio.beat;

public class MetronomeBeat {
    private volatile boolean ticking = true;

    public void begin() {
        Thread t = new Thread(() -> {
            while (ticking) {
                System.out.println("tick");
                Thread.onSpinWait();
            }
        }, "metronome");
        t.start();
        Runtime.getRuntime().addShutdownHook(t);
    }

    public void end() {
        ticking = false;
    }
}
