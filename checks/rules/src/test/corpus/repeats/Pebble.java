package com.acme.pebble;

import java.io.File;
import java.io.IOException;
import java.util.List;

public final class Pebble {
  public static void main(String[] args) throws IOException {
    File folder = File.createTempFile("pebble", "");
    folder.deleteOnExit();
    for (String arg : List.of(args)) {
      System.out.println(folder + "/" + arg);
    }
  }
}
