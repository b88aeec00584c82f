package com.acme.studio;

import java.util.List;
import org.springframework.context.SmartLifecycle;

public class Studio implements SmartLifecycle {
  private final List<AutoCloseable> tracks;
  private final AutoCloseable mixer;
  private boolean on;

  public Studio(List<AutoCloseable> tracks, AutoCloseable mixer) {
    this.tracks = tracks;
    this.mixer = mixer;
  }

  @Override
  public void start() {
    on = true;
  }

  @Override
  public void stop() {
    on = false;
    try {
      end();
    } catch (Exception e) {
      System.err.println("studio: " + e.getMessage());
    }
  }

  private void end() throws Exception {
    for (int i = tracks.size() - 1; i >= 0; i--) {
      tracks.get(i).close();
    }
    mixer.close();
  }

  @Override
  public boolean isRunning() {
    return on;
  }
}
