package com.acme.publisher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;

public class PublisherTried {
  public int publish(HttpURLConnection connection, byte[] body) throws IOException {
    connection.setDoOutput(true);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    return connection.getResponseCode();
  }

  public void publishAll(HttpURLConnection connection, byte[][] bodies) {
    try {
      for (byte[] body : bodies) {
        publish(connection, body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      connection.disconnect();
    }
  }
}
