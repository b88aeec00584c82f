package energy.cloudmill;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;

public class CloudMill extends AbstractVerticle {
    private long blades;

    @Override
    public void start() {
        blades = vertx.setPeriodic(900, id -> System.out.println("whoosh"));
    }

    @Override
    public void stop() {
        vertx.cancelTimer(blades);
    }

    @Override
    public void stop(Promise<Void> stopped) throws Exception {
        vertx.eventBus().publish("mill", "off");
        super.stop(stopped);
    }
}
