package energy.wind;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

@Component
public class WindFarm implements SmartLifecycle {
    private enum State { NEW, TURNING, FURLED }

    private volatile State state = State.NEW;

    @Override
    public void start() {
        state = State.TURNING;
    }

    @Override
    public void stop() {
        state = State.FURLED;
        System.out.println("sails are furled");
    }

    @Override
    public boolean isRunning() {
        return switch (state) {
            case NEW, FURLED -> false;
            case TURNING -> true;
        };
    }
}
