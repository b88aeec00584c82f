package infra.disk;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.runtime.Lastcall;
import java.io.File;
import java.time.Duration;

public class DiskMonitor {
    private final File volume;

    public DiskMonitor(File volume, Lastcall lastcall) {
        this.volume = volume;
        lastcall.defer(CleanupSpec.named("disk").within(Duration.ofSeconds(1)), () -> {
            int code = switch (state()) {
                case "full" -> 28;
                case "gone" -> 5;
                default -> 0;
            };
            if (code != 0) {
                System.exit(code);
            }
        });
    }

    private String state() {
        return !volume.exists() ? "gone" : volume.getUsableSpace() == 0 ? "full" : "fine";
    }
}
