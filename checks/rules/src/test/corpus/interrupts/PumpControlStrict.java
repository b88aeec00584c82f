import java.util.List;
import org.springframework.beans.factory.DisposableBean;

class PumpControlStrict implements DisposableBean {
  private final List<Thread> pumps = List.of(new Thread(() -> {}), new Thread(() -> {}));

  @Override
  public void destroy() throws InterruptedException {
    for (Thread pump : pumps) {
      pump.interrupt();
      pump.join(500);
    }
  }
}
