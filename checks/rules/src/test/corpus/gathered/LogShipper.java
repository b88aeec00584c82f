package com.acme.shipper;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;

public class LogShipper implements Closeable {
  private final Socket socket;
  private final OutputStream raw;
  private final Writer writer;

  public LogShipper(String host, int port) throws IOException {
    socket = new Socket(host, port);
    raw = new BufferedOutputStream(socket.getOutputStream());
    writer = new OutputStreamWriter(raw);
  }

  public void ship(String line) throws IOException {
    writer.write(line);
  }

  @Override
  public void close() throws IOException {
    try {
      socket.close();
    } finally {
      writer.close();
    }
  }
}
