package com.example.mail;

import java.io.IOException;
import java.net.Socket;

class MailGateway {
  private Socket socket;
  private Thread reader;

  void connect(String host) throws IOException {
    socket = new Socket(host, 25);
    reader = new Thread(this::read, "mail-reader");
    reader.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        socket.close();
      } catch (IOException e) {
        e.printStackTrace();
      }
    }));
  }

  private void read() {
    System.out.println("reading");
  }

  String greet(String host) throws IOException {
    Socket other = null;
    try {
      other = new Socket(host, 25);
      byte[] line = new byte[80];
      int length = other.getInputStream().read(line);
      return new String(line, 0, Math.max(0, length));
    } finally {
      if (other != null && !other.isClosed()) {
        try {
          other.close();
        } catch (IOException e) {
          e.printStackTrace();
        }
      }
    }
  }
}
