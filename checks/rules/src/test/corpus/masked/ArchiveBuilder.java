package com.example.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

public class ArchiveBuilder {
  private OutputStream out;
  private final Path temporary;

  public ArchiveBuilder(Path temporary) {
    this.temporary = temporary;
  }

  public void build(Iterable<byte[]> parts) throws IOException {
    out = Files.newOutputStream(temporary);
    try {
      for (byte[] part : parts) {
        out.write(part);
      }
    } catch (IOException e) {
      Files.delete(temporary);
      throw new IOException("archive: " + temporary, e);
    } finally {
      cleanUpStreams();
    }
  }

  private void cleanUpStreams() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }
}
