package com.example.uplink;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

class Uplink {
  private final Socket socket;
  private final OutputStream out;

  Uplink(Socket socket) throws IOException {
    this.socket = socket;
    this.out = new BufferedOutputStream(socket.getOutputStream());
  }

  void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  void disconnect() {
    try {
      out.close();
    } catch (IOException e) {
      System.err.println("uplink: " + e.getMessage());
    } finally {
      try {
        socket.close();
      } catch (IOException e) {
        System.err.println("socket: " + e.getMessage());
      }
    }
  }

  static void forEach(Iterable<Uplink> uplinks) {
    uplinks.forEach(Uplink::disconnect);
  }
}
