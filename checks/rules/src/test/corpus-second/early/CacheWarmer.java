package web.warm;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.runtime.Lastcall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class CacheWarmer {
    private final Map<String, String> hot = new ConcurrentHashMap<>();

    public void register(Lastcall lastcall, Path file) {
        lastcall.defer(CleanupSpec.named("hot-keys").within(Duration.ofSeconds(1)), writingTo(file));
    }

    private PlainCleanup writingTo(Path file) {
        Path sibling = file.resolveSibling(file.getFileName() + ".new");
        return () -> {
            Files.write(sibling, hot.keySet());
            Files.move(sibling, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        };
    }

    public void hit(String key, String value) {
        hot.put(key, value);
    }
}
