package food.oven;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.runtime.Lastcall;
import java.time.Duration;

public class BakeryOven {
    private final Lastcall lastcall;
    private volatile int degrees;

    public BakeryOven(Lastcall lastcall) {
        this.lastcall = lastcall;
        lastcall.defer(CleanupSpec.named("oven-off").within(Duration.ofSeconds(2)), this::switchOff);
    }

    public void heat(int to) {
        degrees = to;
    }

    private void switchOff() {
        boolean hot = degrees > 60;
        degrees = 0;
        if (hot) {
            ventilateLast();
        }
    }

    private void ventilateLast() {
        lastcall.defer(CleanupSpec.named("ventilate"), () -> System.err.println("fan on"));
    }
}
