package dev.lastcall.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A process that appends from several threads until it is killed. Each thread notes the number of
 * its last acknowledged record in a file of its own, by a system call.
 *
 * <p>Arguments: the journal's folder, the folder of the notes, how many threads, what happens when
 * the journal is full.
 */
final class WritingProcess {
  private WritingProcess() {}

  public static void main(String[] args) {
    Journal journal =
        Journals.builder(Path.of(args[0]))
            .capacityBytes(64 * Journals.SEGMENT)
            .whenFull(WhenFull.valueOf(args[3]))
            .open();
    System.out.println("failure " + journal.failure());
    for (int thread = 0; thread < Integer.parseInt(args[2]); thread++) {
      Path note = Path.of(args[1]).resolve("acknowledged-" + thread);
      int type = thread;
      new Thread(() -> append(journal, type, note)).start();
    }
    System.out.println("appending");
  }

  private static void append(Journal journal, int type, Path note) {
    try (RandomAccessFile file = new RandomAccessFile(note.toFile(), "rw")) {
      for (long i = 1; ; i++) {
        byte[] payload = Journals.bytes(i + ":" + "x".repeat((int) (i % 97)));
        if (journal.append(type, payload) == Journal.NOT_KEPT) {
          break;
        }
        file.seek(0);
        file.writeLong(i);
      }
      System.out.println("full " + type);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
