package com.acme.handles;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;

public class Handles {
  private static final Cleaner CLEANER = Cleaner.create();
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Release release = new Release();

  private class Release implements Runnable {
    @Override
    public void run() {
      open.set(false);
    }
  }

  public static Handles create() {
    Handles handles = new Handles();
    CLEANER.register(handles, handles.release);
    return handles;
  }
}
