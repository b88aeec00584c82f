import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;

@Component
public class LicenceBean {
  private final LicenceServer server;

  public LicenceBean(LicenceServer server) {
    this.server = server;
  }

  @PreDestroy
  public void giveBack() {
    int code = server.returnSeat() ? 0 : 17;
    if (code != 0) {
      System.exit(code);
    }
  }

  public interface LicenceServer {
    boolean returnSeat();
  }
}
