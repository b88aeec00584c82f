package licensing;

import java.time.Instant;

public class LicenseCheck {
  private final ProcessHandle process = ProcessHandle.current();
  private final Instant end;

  public LicenseCheck(Instant end) {
    this.end = end;
  }

  public void check() {
    if (Instant.now().isAfter(end)) {
      process.destroy();
    }
  }
}
