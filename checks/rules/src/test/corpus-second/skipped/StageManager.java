package stage.manager;

import java.util.List;
import java.util.stream.Stream;

public class StageManager implements AutoCloseable {
    public sealed interface Prop permits Curtain, Fog {
        void strike();
    }

    public record Curtain(int metres) implements Prop {
        @Override
        public void strike() {
            if (metres < 0) throw new IllegalStateException("curtain is stuck");
        }
    }

    public record Fog(String machine) implements Prop {
        @Override
        public void strike() {
            if (machine.isBlank()) throw new IllegalStateException("fog machine unknown");
            System.out.println(machine + " off");
        }
    }

    private final List<Curtain> curtains;
    private final List<Fog> fogs;

    public StageManager(List<Curtain> curtains, List<Fog> fogs) {
        this.curtains = curtains;
        this.fogs = fogs;
    }

    @Override
    public void close() {
        Stream.<Prop>concat(curtains.stream(), fogs.stream()).forEach(Prop::strike);
    }
}
