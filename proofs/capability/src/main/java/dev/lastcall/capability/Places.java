package dev.lastcall.capability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The extents of every file; a file that could not be parsed has lines only. */
final class Places {
  private final Map<Path, Extents> extents;

  private Places(Map<Path, Extents> extents) {
    this.extents = extents;
  }

  static Places of(Corpus corpus) throws IOException {
    return new Places(Extents.of(corpus.files().stream().map(CorpusFile::path).toList()));
  }

  /** {@return what counts as the place of a mistake} */
  List<Extent> around(CorpusFile file, int line) {
    Extents known = extents.get(file.path());
    return known == null ? List.of(new Extent(line, line)) : known.around(line);
  }

  /** {@return the method that a line is in} */
  Extent method(CorpusFile file, int line) {
    Extents known = extents.get(file.path());
    return known == null ? new Extent(line, line) : known.method(line);
  }
}
