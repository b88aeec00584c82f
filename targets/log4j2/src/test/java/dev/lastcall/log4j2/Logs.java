package dev.lastcall.log4j2;

import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.AppenderComponentBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/** Builds Log4j configurations, for tests. */
final class Logs {
  private final ConfigurationBuilder<BuiltConfiguration> builder =
      ConfigurationBuilderFactory.newConfigurationBuilder();

  Logs file(String plugin, String name, Path file) {
    AppenderComponentBuilder appender = builder.newAppender(name, plugin);
    appender.addAttribute("fileName", file.toString());
    appender.addAttribute("immediateFlush", false);
    if (plugin.startsWith("Rolling")) {
      appender.addAttribute("filePattern", file + ".%i");
      appender.addComponent(
          builder.newComponent("SizeBasedTriggeringPolicy").addAttribute("size", "1GB"));
    }
    appender.add(builder.newLayout("PatternLayout").addAttribute("pattern", "%m%n"));
    builder.add(appender);
    return this;
  }

  Logs console(String name) {
    builder.add(
        builder
            .newAppender(name, "Console")
            .add(builder.newLayout("PatternLayout").addAttribute("pattern", "%m%n")));
    return this;
  }

  Logs async(String name, String behind) {
    builder.add(builder.newAppender(name, "Async").addComponent(builder.newAppenderRef(behind)));
    return this;
  }

  Logs logger(String name, String appender) {
    builder.add(
        builder
            .newLogger(name, Level.INFO)
            .add(builder.newAppenderRef(appender))
            .addAttribute("additivity", false));
    return this;
  }

  LoggerContext root(String appender) {
    builder.add(builder.newRootLogger(Level.INFO).add(builder.newAppenderRef(appender)));
    return Configurator.initialize(builder.build());
  }

  LoggerContext asyncRoot(String appender) {
    builder.add(builder.newAsyncRootLogger(Level.INFO).add(builder.newAppenderRef(appender)));
    return Configurator.initialize(builder.build());
  }

  static String lines(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("event ").append(i).append('\n');
    }
    return text.toString();
  }
}
