package dev.lastcall.cli;

import dev.lastcall.durable.DurableCleanups;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A process that holds a folder, defers so many notes, and is killed. */
final class ReapHolder {
  private ReapHolder() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    DurableCleanups durable = ReapFolder.open(Path.of(arguments[0]), "note");
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      durable.defer("note", arguments[1]);
    }
    System.out.println("deferred");
    LockSupport.park();
  }
}
