import java.util.List;
import org.springframework.beans.factory.DisposableBean;

class PumpControl implements DisposableBean {
  private final List<Thread> pumps = List.of(new Thread(() -> {}), new Thread(() -> {}));

  @Override
  public void destroy() {
    for (Thread pump : pumps) {
      pump.interrupt();
      try {
        pump.join(500);
      } catch (InterruptedException e) {
        System.err.println("interrupted while waiting for " + pump.getName());
        break;
      }
    }
  }
}
