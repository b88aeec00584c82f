package outdoor.rental;

import dev.lastcall.api.Registration;
import dev.lastcall.runtime.Lastcall;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

public class TentRental {
    private final Lastcall lastcall;
    private final Map<String, Registration> out = new TreeMap<>();
    private final Consumer<String> onRent = this::registerReturn;

    public TentRental(Lastcall lastcall) {
        this.lastcall = lastcall;
    }

    public synchronized void rent(String tent) {
        if (!out.containsKey(tent)) {
            onRent.accept(tent);
        }
    }

    private void registerReturn(String tent) {
        out.put(tent, lastcall.defer("return-" + tent, () -> System.err.println(tent + " is missing")));
    }

    public synchronized void bringBack(String tent) {
        Registration r = out.remove(tent);
        if (r != null) {
            r.close();
        }
    }
}
