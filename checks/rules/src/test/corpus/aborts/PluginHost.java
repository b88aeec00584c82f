package com.example.plugins;

import java.util.List;
import org.springframework.beans.factory.DisposableBean;

public class PluginHost implements DisposableBean {
  interface Plugin {
    void stop() throws Exception;

    void pause();
  }

  private final List<Plugin> plugins;
  private final AutoCloseable loader;

  public PluginHost(List<Plugin> plugins, AutoCloseable loader) {
    this.plugins = plugins;
    this.loader = loader;
  }

  @Override
  public void destroy() throws Exception {
    try {
      for (Plugin plugin : plugins) {
        plugin.stop();
      }
    } finally {
      loader.close();
    }
  }

  public void pauseAll() {
    for (Plugin plugin : plugins) {
      plugin.pause();
    }
  }
}
