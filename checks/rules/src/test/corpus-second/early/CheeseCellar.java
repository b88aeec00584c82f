package food.cellar;

import java.util.Objects;
import java.util.Timer;

public class CheeseCellar {
    private final Timer turning;
    private final String name;

    public CheeseCellar(String name) {
        this.name = Objects.requireNonNull(name);
        this.turning = new Timer("turning-" + name, true);
        Runtime runtime = Runtime.getRuntime();
        runtime.addShutdownHook(new Thread(turning::cancel));
        runtime.addShutdownHook(new Thread(this::farewell));
    }

    private void farewell() {
        System.err.println("cellar " + name + " is locked");
    }
}
