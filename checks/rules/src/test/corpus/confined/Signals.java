package com.acme.signals;

import jakarta.annotation.PreDestroy;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;

public class Signals {
  private final Session session;
  private final MessageProducer producer;
  private final Thread sender = new Thread(this::send);

  public Signals(Connection connection) throws JMSException {
    session = connection.createSession(true, Session.SESSION_TRANSACTED);
    producer = session.createProducer(session.createQueue("signals"));
    sender.start();
  }

  private void send() {
    try {
      while (!Thread.interrupted()) {
        producer.send(session.createTextMessage("on"));
        session.commit();
      }
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  @PreDestroy
  void last() throws JMSException {
    producer.send(session.createTextMessage("off"));
    session.close();
  }
}
