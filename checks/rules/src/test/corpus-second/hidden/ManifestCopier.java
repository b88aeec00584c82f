package ship.manifest;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

public class ManifestCopier {
    public long copy(String from, String to) throws IOException {
        OutputStream sink = new FileOutputStream(to);
        try {
            try (InputStream src = new FileInputStream(from)) {
                return src.transferTo(sink);
            }
        } finally {
            sink.close();
        }
    }
}
