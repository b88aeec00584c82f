package com.acme.timed;

import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Service;

@Service
public class Timed {
  @PreDestroy
  public void stop(long millis) {
    System.err.println("stopped in " + millis);
  }
}
