package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

final class OrderHttpTest {
  @Test
  void turnsRequestsAwayBeforeAnyWorkEvenIfItsStopHangs() throws Exception {
    OrderHttp http = OrderHttp.start(0, new Created(), Faults.stuck("http"));
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), http.port());
    assertThat(status(address)).isEqualTo(HttpStatus.CREATED_201);

    Thread stop = new Thread(() -> stop(http), "stuck-stop");
    stop.setDaemon(true);
    stop.start();

    await().until(() -> status(address) == HttpStatus.SERVICE_UNAVAILABLE_503);
    assertThat(stop.isAlive()).isTrue();
  }

  private static int status(InetSocketAddress address) throws IOException {
    try (ClientConnection connection = new ClientConnection(address, Duration.ofSeconds(5))) {
      return connection.exchange("POST", "/orders", "{}").status();
    }
  }

  private static void stop(OrderHttp http) {
    try {
      http.stop(Duration.ofSeconds(1));
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static final class Created extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.setStatus(HttpStatus.CREATED_201);
      callback.succeeded();
      return true;
    }
  }
}
