package com.acme.loader;

import java.io.FileWriter;
import java.io.IOException;

public final class Loader {
  public static void main(String[] args) {
    FileWriter log = null;
    try {
      log = new FileWriter("loader.log");
      log.write("started\n");
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(74);
    }
    try {
      log.write("done\n");
      log.close();
    } catch (IOException e) {
      System.exit(74);
    }
    System.exit(0);
  }
}
