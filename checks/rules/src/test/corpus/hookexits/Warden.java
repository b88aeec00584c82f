package com.acme.warden;

import dev.lastcall.runtime.Lastcall;
import java.util.concurrent.Callable;

public final class Warden {
  public static void main(String[] args) {
    Lastcall lastcall = Lastcall.builder().install();
    lastcall.defer("cells", () -> check(() -> lock(args.length)));
    lastcall.ready();
    lastcall.awaitExit();
  }

  private static void check(Callable<Boolean> locked) throws Exception {
    if (!locked.call()) {
      System.exit(2);
    }
  }

  private static boolean lock(int cells) {
    return cells > 0;
  }
}
