package com.acme.rig;

import dev.lastcall.runtime.Lastcall;
import java.io.Closeable;
import java.io.IOException;

public final class Rig {
  public static void refit(Lastcall lastcall, Closeable old, Closeable next) throws IOException {
    old.close();
    lastcall.defer("rig", next::close);
  }
}
