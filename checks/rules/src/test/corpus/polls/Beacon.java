package com.acme.beacon;

import dev.lastcall.runtime.Lastcall;
import java.io.IOException;
import java.net.Socket;

public final class Beacon {
  private final String host;

  public Beacon(String host, Lastcall lastcall) {
    this.host = host;
    lastcall.defer("beacon", this::tell);
  }

  private void tell() throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try (Socket socket = new Socket(host, 7)) {
        socket.getOutputStream().write(0);
        return;
      } catch (IOException e) {
        System.err.println("attempt " + attempt + ": " + e.getMessage());
        Thread.sleep(500);
      }
    }
  }
}
