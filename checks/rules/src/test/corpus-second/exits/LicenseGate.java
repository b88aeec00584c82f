package vendor.license;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class LicenseGate {
  private final Map<String, Integer> uses = new ConcurrentHashMap<>();
  private final LocalDate until;

  public LicenseGate(LocalDate until) {
    this.until = until;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println("uses: " + uses)));
  }

  public void use(String feature) {
    if (LocalDate.now().isAfter(until)) {
      System.err.println("license has expired on " + until);
      Runtime.getRuntime().halt(1);
    }
    uses.merge(feature, 1, Integer::sum);
  }
}
