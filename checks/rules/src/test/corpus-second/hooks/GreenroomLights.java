package stage.lights;

import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/** Switches the lights off when the JVM goes, unless the bean has been destroyed before. */
public class GreenroomLights implements InitializingBean, DisposableBean {
    private final Consumer<Boolean> relay;
    private final Thread blackout;

    public GreenroomLights(Consumer<Boolean> relay) {
        this.relay = relay;
        this.blackout = new Thread(() -> this.relay.accept(false));
    }

    @Override
    public void afterPropertiesSet() {
        relay.accept(true);
        Runtime.getRuntime().addShutdownHook(blackout);
    }

    @Override
    public void destroy() {
        try {
            boolean removed = Runtime.getRuntime().removeShutdownHook(blackout);
            if (removed) {
                relay.accept(false);
            }
        } catch (IllegalStateException e) {
            // the context is closed by the JVM's exit: blackout runs anyway
        }
    }
}
