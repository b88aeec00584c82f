package com.acme.packer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.InflaterInputStream;

/** Streams over memory: there is nothing that could fail when they are closed. */
public class Packer implements AutoCloseable {
  private final DataOutputStream names = new DataOutputStream(new ByteArrayOutputStream());
  private final DataOutputStream values = new DataOutputStream(new ByteArrayOutputStream());

  public int sum(byte[] packed) throws IOException {
    DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)));
    try {
      int sum = 0;
      for (int i = in.readInt(); i > 0; i--) {
        sum += in.readInt();
      }
      return sum;
    } finally {
      in.close();
    }
  }

  @Override
  public void close() throws IOException {
    names.close();
    values.close();
  }
}
