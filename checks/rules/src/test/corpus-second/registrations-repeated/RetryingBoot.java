package infra.boot;

import java.util.concurrent.TimeUnit;

public class RetryingBoot {
  interface Service {
    boolean tryStart();

    void stop();
  }

  public static boolean boot(Service service) throws InterruptedException {
    for (int attempt = 1; attempt <= 5; attempt++) {
      if (service.tryStart()) {
        Runtime.getRuntime().addShutdownHook(new Thread(service::stop, "service-exit"));
        return true;
      }
      System.err.println("attempt " + attempt + " failed");
      TimeUnit.SECONDS.sleep(attempt);
    }
    return false;
  }
}
