package com.acme.envoy;

import java.io.IOException;
import java.io.Writer;

public class Envoy {
  public void send(Writer out, String text) throws IOException {
    try (out) {
      out.write(text);
    } finally {
      System.out.println("sent");
    }
  }

  public void sendAll(Writer out, Iterable<String> texts) throws IOException {
    Throwable first = null;
    try {
      for (String text : texts) {
        out.write(text);
      }
    } catch (IOException | RuntimeException e) {
      first = e;
      throw e;
    } finally {
      close(out, first);
    }
  }

  private static void close(Writer out, Throwable first) throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      if (first == null) {
        throw e;
      }
      first.addSuppressed(e);
    }
  }
}
