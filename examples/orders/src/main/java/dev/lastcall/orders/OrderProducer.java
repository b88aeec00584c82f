package dev.lastcall.orders;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends orders to the broker, a batch in one transaction. Connects when needed. Used by one thread
 * at a time.
 */
final class OrderProducer {
  /** Where the orders go. */
  static final String QUEUE = "orders.accepted";

  private @Nullable Connection connection;
  private @Nullable Session session;
  private @Nullable MessageProducer producer;

  /** Sends all orders or none; after a failure the next call connects again. */
  void send(List<Order> batch) throws JMSException {
    try {
      Session current = session();
      for (Order order : batch) {
        producer(current).send(current.createTextMessage(OrderJson.write(order)));
      }
      current.commit();
    } catch (JMSException failure) {
      close();
      throw failure;
    }
  }

  void close() {
    Connection closing = connection;
    connection = null;
    session = null;
    producer = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (JMSException gone) {
        // The broker ended first: there is nothing left to close.
      }
    }
  }

  private Session session() throws JMSException {
    Session current = session;
    if (current == null) {
      Connection opened = new ActiveMQConnectionFactory(Broker.URL).createConnection();
      connection = opened;
      opened.start();
      current = opened.createSession(true, Session.SESSION_TRANSACTED);
      session = current;
    }
    return current;
  }

  private MessageProducer producer(Session current) throws JMSException {
    MessageProducer existing = producer;
    if (existing == null) {
      existing = current.createProducer(current.createQueue(QUEUE));
      producer = existing;
    }
    return existing;
  }
}
