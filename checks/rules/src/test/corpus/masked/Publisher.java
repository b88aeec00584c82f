package com.acme.publisher;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;

public class Publisher {
  public int publish(HttpURLConnection connection, byte[] body) throws IOException {
    connection.setDoOutput(true);
    OutputStream out = connection.getOutputStream();
    try {
      out.write(body);
    } finally {
      out.close();
    }
    return connection.getResponseCode();
  }
}
