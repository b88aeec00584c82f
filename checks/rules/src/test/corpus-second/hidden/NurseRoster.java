package clinic.roster;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Callable;

public class NurseRoster {
    public <T> T reading(Closeable source, Callable<T> read) throws Exception {
        T result;
        try {
            result = read.call();
        } catch (Exception e) {
            silence(source, e);
            throw e;
        }
        source.close();
        return result;
    }

    private static void silence(Closeable c, Exception reason) {
        try {
            c.close();
        } catch (IOException | RuntimeException second) {
            reason.addSuppressed(second);
        }
    }
}
