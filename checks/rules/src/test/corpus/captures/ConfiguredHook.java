import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;

class ConfiguredHook {
  private final StringBuilder journal = new StringBuilder();

  void register(String settings) throws IOException {
    Runtime.getRuntime().addShutdownHook(build(settings));
  }

  private Thread build(String settings) throws IOException {
    Properties properties = new Properties();
    StringReader reader = new StringReader(settings);
    properties.load(reader);
    reader.close();
    Thread hook = new Thread(() -> System.err.println(journal));
    hook.setName(properties.getProperty("name", "stop"));
    return hook;
  }
}
