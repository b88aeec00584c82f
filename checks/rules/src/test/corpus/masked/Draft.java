package com.acme.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Draft {
  @SuppressWarnings("finally")
  public String save(Path path, String text) throws IOException {
    String saved = null;
    try {
      Files.writeString(path, text);
      saved = text;
    } finally {
      return saved == null ? "" : saved;
    }
  }

  public int size(Path path) throws IOException {
    int size = 0;
    try {
      size = Files.readString(path).length();
    } finally {
      System.out.println(size);
    }
    return size;
  }
}
