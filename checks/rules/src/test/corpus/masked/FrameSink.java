package com.example.frames;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

class FrameSink extends FilterOutputStream {
  private boolean open = true;

  FrameSink(OutputStream out) {
    super(out);
  }

  byte[] frame(byte[] payload) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      bytes.write(payload.length);
      bytes.write(payload);
      return bytes.toByteArray();
    } finally {
      bytes.close();
    }
  }

  @Override
  public void close() throws IOException {
    if (!open) {
      return;
    }
    open = false;
    try {
      out.write(0);
      out.flush();
    } finally {
      super.close();
    }
  }

  void relay(byte[] payload) throws IOException {
    IOException first = null;
    try {
      out.write(frame(payload));
    } catch (IOException e) {
      first = e;
    } finally {
      open = first == null;
      if (first != null) {
        throw first;
      }
    }
  }
}
