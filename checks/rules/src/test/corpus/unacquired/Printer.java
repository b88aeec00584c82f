package com.acme.printer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

public class Printer {
  public void print(String host, byte[] page) throws IOException {
    Socket socket = null;
    OutputStream out = null;
    try {
      socket = new Socket(host, 9100);
      out = socket.getOutputStream();
      out.write(page);
    } catch (IOException e) {
      throw new IOException("printer " + host, e);
    } finally {
      out.close();
      socket.close();
    }
  }
}
