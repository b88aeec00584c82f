package com.acme.ticket;

import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

@Component
@Scope("prototype")
public class Ticket {
  private int number;

  public void close() {
    number = 0;
  }

  public int number() {
    return number;
  }
}
