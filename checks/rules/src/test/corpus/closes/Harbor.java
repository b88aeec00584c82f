package com.acme.harbor;

import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.context.SmartLifecycle;

public class Harbor implements SmartLifecycle {
  private static final int MILLIS = 3_000;
  private final Connection connection;

  public Harbor(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void start() {}

  public void purge() throws IOException, TimeoutException {
    var channel = connection.createChannel();
    channel.queuePurge("ships");
    channel.close();
  }

  @Override
  public void stop() {
    try {
      connection.close(MILLIS);
    } catch (IOException e) {
      connection.abort();
    }
  }

  @Override
  public boolean isRunning() {
    return connection.isOpen();
  }
}
