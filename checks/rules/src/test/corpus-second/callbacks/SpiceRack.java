package kitchen.spice;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

@ApplicationScoped
public class SpiceRack {
    private final List<String> open = new ArrayList<>();

    void onStart(@Observes StartupEvent e) {
        open.add("pepper");
    }

    void onStop(ShutdownEvent e) {
        System.out.println("closing " + open);
        open.clear();
    }
}
