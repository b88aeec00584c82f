import dev.lastcall.api.Cleanups;
import dev.lastcall.api.Registration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

class Services {
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final List<Registration> handles = new java.util.ArrayList<>();

  void start(List<Service> services, Cleanups cleanups) {
    for (Service service : services) {
      service.start();
      started.push(service);
      handles.add(cleanups.defer("service-" + service, service::close));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  private void stop() {
    for (AutoCloseable service : started) {
      try {
        service.close();
      } catch (Exception e) {
        System.err.println("close: " + e);
      }
    }
  }

  interface Service extends AutoCloseable {
    void start();

    @Override
    void close();
  }
}
