package lab.rack;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.List;

public class DeviceRack {
  public interface Device {
    String serial();

    void park() throws IOException;
  }

  private final List<? extends Device> devices;

  public DeviceRack(List<? extends Device> devices) {
    this.devices = devices;
  }

  @PreDestroy
  public void parkAll() {
    RuntimeException problems = null;
    for (var d : devices) {
      try {
        d.park();
      } catch (IOException | RuntimeException e) {
        if (problems == null) {
          problems = new RuntimeException("not all devices are parked");
        }
        problems.addSuppressed(e);
      }
    }
    if (problems != null) {
      throw problems;
    }
  }
}
