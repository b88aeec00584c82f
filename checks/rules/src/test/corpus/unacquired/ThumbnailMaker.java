package com.example.thumbs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

class ThumbnailMaker {
  private final Path work;

  ThumbnailMaker(Path work) {
    this.work = work;
  }

  long make(InputStream image) throws IOException {
    Path scratch = null;
    try {
      scratch = Files.createTempFile(work, "thumb", ".png");
      return Files.copy(image, scratch, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IOException("thumbnail in " + work, e);
    } finally {
      discard(scratch);
    }
  }

  private static void discard(Path file) {
    if (!file.toFile().delete()) {
      file.toFile().deleteOnExit();
    }
  }
}
