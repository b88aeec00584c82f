package dev.lastcall.capability;

import java.nio.file.Path;
import java.util.List;

/**
 * A file of the corpus.
 *
 * @param name folder and file name, as in {@code waits/BuildDaemon.java}
 * @param path where the tools read it
 * @param labels the mistakes in it; none in a near miss
 */
record CorpusFile(String name, Path path, List<Label> labels) {
  CorpusFile {
    labels = List.copyOf(labels);
  }

  /** {@return the folder, whose files are about one kind of mistake} */
  String folder() {
    return name.substring(0, name.indexOf('/'));
  }
}
