package factory.belt;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

@Component
public class BeltConveyor implements SmartLifecycle {
    private Thread motor;

    @Override
    public void start() {
        motor = new Thread(() -> System.out.println("belt runs"), "belt");
        motor.start();
    }

    @Override
    public void stop() {
        motor.interrupt();
        System.out.println("belt stops");
    }

    @Override
    public boolean isRunning() {
        return false;
    }
}
