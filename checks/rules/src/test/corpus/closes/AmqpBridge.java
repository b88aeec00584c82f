package com.acme.amqp;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

public class AmqpBridge {
  private final ConnectionFactory factory = new ConnectionFactory();
  private Connection connection;

  public void start() throws IOException, TimeoutException {
    connection = factory.newConnection("bridge");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        disconnect(connection);
      } catch (IOException e) {
        System.err.println("amqp: " + e.getMessage());
      }
    }));
  }

  private static void disconnect(Connection open) throws IOException {
    if (open != null && open.isOpen()) {
      open.close();
    }
  }
}
