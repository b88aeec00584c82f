import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;

public class CourierDesk implements DisposableBean {
  private final Map<String, ExecutorService> lanes = new ConcurrentHashMap<>();

  void dispatch(String region, Runnable parcel) {
    lanes.computeIfAbsent(region, key -> Executors.newSingleThreadExecutor()).execute(parcel);
  }

  @Override
  public void destroy() {
    for (Map.Entry<String, ExecutorService> lane : lanes.entrySet()) {
      System.err.println("closing " + lane.getKey());
      lane.getValue().shutdown();
    }
  }
}
