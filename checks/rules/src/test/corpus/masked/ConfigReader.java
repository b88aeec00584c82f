package com.example.config;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;

public final class ConfigReader {
  private ConfigReader() {}

  public static Properties read(Path path) throws IOException {
    InputStream in = new FileInputStream(path.toFile());
    try {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } finally {
      in.close();
    }
  }

  public static Properties readAll(Path... paths) throws IOException {
    Properties all = new Properties();
    for (Path path : paths) {
      try (InputStream in = new FileInputStream(path.toFile())) {
        all.load(in);
      }
    }
    return all;
  }
}
