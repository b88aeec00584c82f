package net.tinkerbox;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;

public class PluginHost {
    public interface Plugin {
        void boot();

        void dispose();
    }

    private final List<Runnable> farewells = new CopyOnWriteArrayList<>();

    public PluginHost() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::sayGoodbye, "plugin-host-exit"));
    }

    public void loadAll() {
        for (Plugin p : ServiceLoader.load(Plugin.class)) {
            p.boot();
            farewells.add(p::dispose);
        }
    }

    private void sayGoodbye() {
        List<Runnable> copy = new ArrayList<>(farewells);
        for (int i = copy.size() - 1; i >= 0; i--) {
            try {
                copy.get(i).run();
            } catch (RuntimeException e) {
                System.err.println("plugin " + i + " failed to dispose: " + e);
            }
        }
    }
}
