import java.util.HashMap;
import java.util.Map;

public class QuotaBook {
  private final Map<String, Long> used = new HashMap<>();

  public QuotaBook() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::save, "quota-save"));
  }

  public synchronized void use(String tenant, long amount) {
    long now = used.merge(tenant, amount, Long::sum);
    if (now < 0) {
      System.err.println("quota of " + tenant + " is broken");
      System.exit(70);
    }
  }

  private synchronized void save() {
    used.forEach((tenant, amount) -> System.out.println(tenant + " " + amount));
  }
}
