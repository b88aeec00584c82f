package com.acme.nested;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;

public class Nested implements DisposableBean {
  private final Connection connection;

  public Nested(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void destroy() throws IOException, TimeoutException {
    try (Connection last = connection; Channel channel = last.createChannel()) {
      channel.basicPublish("", "left", null, new byte[0]);
    }
  }
}
