package metro.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class StationDaemon {
    private static final Path PID = Path.of("/run/station.pid");

    public static void main(String[] args) throws IOException {
        Files.writeString(PID, Long.toString(ProcessHandle.current().pid()));
        try {
            Path conf = Path.of(args.length > 0 ? args[0] : "/etc/station.conf");
            if (!Files.isReadable(conf)) {
                System.err.println("cannot read " + conf);
                System.exit(78);
            }
            new StationDaemon().serve(Files.readString(conf));
        } finally {
            PID.toFile().delete();
        }
    }

    void serve(String conf) {
        System.out.println("serving with " + conf.length() + " characters of configuration");
    }
}
