package dev.lastcall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Says which Lastcall this is, and on which Java. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    }
    return new String[] {
      "lastcall " + properties.getProperty("version", "unknown"),
      "Java " + Runtime.version() + ", " + System.getProperty("java.vendor")
    };
  }
}
