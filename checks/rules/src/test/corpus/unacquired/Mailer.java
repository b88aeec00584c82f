package com.acme.mailer;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;

public class Mailer {
  private final Session session;

  public Mailer(Session session) {
    this.session = session;
  }

  public void send(String to) throws MessagingException {
    Transport transport = null;
    try {
      transport = session.getTransport("smtp");
      transport.connect();
      System.out.println(to);
    } finally {
      transport.close();
    }
  }
}
