package crypto.keys;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

public class KeyExporter {
  private final OutputStream device;

  public KeyExporter(OutputStream device) {
    this.device = device;
  }

  public void export(byte[] key) throws IOException {
    Throwable primary = null;
    try {
      device.write(key);
    } catch (IOException | RuntimeException e) {
      primary = e;
      throw e;
    } finally {
      Arrays.fill(key, (byte) 0);
      try {
        device.close();
      } catch (IOException e) {
        if (primary == null) {
          throw e;
        }
        primary.addSuppressed(e);
      }
    }
  }
}
