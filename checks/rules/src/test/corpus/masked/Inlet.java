package com.acme.inlet;

import java.io.IOException;
import java.io.OutputStream;

public class Inlet {
  public void fill(OutputStream out, byte[] water) throws IOException {
    boolean done = false;
    try {
      out.write(water);
      done = true;
    } finally {
      if (done) {
        out.close();
      } else {
        try {
          out.close();
        } catch (IOException e) {
          System.err.println("also: " + e.getMessage());
        }
      }
    }
  }
}
