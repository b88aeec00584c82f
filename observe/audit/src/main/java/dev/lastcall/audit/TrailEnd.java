package dev.lastcall.audit;

import dev.lastcall.api.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a trail ends: what the next line is chained to, and what is still open. Confined to one
 * thread.
 */
final class TrailEnd {
  final OpenRuns open = new OpenRuns();
  final byte[] hash = ChainLine.NO_HASH.clone();
  long seq;
  long record;
  long unsealed;

  /** The newest file, null if the next line begins a new one. */
  @Nullable TrailFile file;

  /** How long it is as far as it is sound, in bytes. */
  long size;

  long nextNumber = 1;
  Optional<Finding> damage = Optional.empty();

  private TrailEnd() {}

  /**
   * Reads the newest file, and of the one before only its last line. Where lines are not what was
   * written, the trail goes on behind them in a new file, so that they stay as they are.
   */
  static TrailEnd of(List<TrailFile> files) throws IOException {
    TrailEnd end = new TrailEnd();
    int newest = files.size() - 1;
    if (newest < 0) {
      return end;
    }
    end.nextNumber = files.get(newest).number() + 1;
    int from = newest;
    while (from > 0 && !end.continues(files.get(from - 1))) {
      from--;
    }
    for (TrailFile file : files.subList(from, files.size())) {
      end.file = file;
      end.readWhole(file);
    }
    if (end.damage.isPresent() || files.get(newest).path().toString().endsWith(".gz")) {
      end.file = null;
    }
    return end;
  }

  void advance(ChainLine line) throws IOException {
    seq = line.seq();
    record = line.record();
    line.copyHash(hash);
    unsealed = line.type() == LineType.SEAL ? 0 : unsealed + 1;
    open.apply(line.type(), line.members());
  }

  /** A file that ends in a seal says all there is to know of what lies before. */
  private boolean continues(TrailFile before) throws IOException {
    Optional<ChainLine> last = before.lastLine();
    if (last.isEmpty() || last.get().type() != LineType.SEAL) {
      return false;
    }
    advance(last.get());
    return true;
  }

  private void readWhole(TrailFile trailFile) throws IOException {
    ChainLine line = new ChainLine();
    size = 0;
    try (LineReader lines = LineReader.open(trailFile.path())) {
      while (lines.next() && lines.isComplete()) {
        boolean isWhole = line.read(lines.bytes(), lines.from(), lines.to()) && line.isWhole();
        if (!isWhole || !follows(line)) {
          damage = damage.or(() -> Optional.of(altered(trailFile, lines.number())));
        }
        if (isWhole) {
          advance(line);
        }
        size = lines.nextOffset();
      }
    }
  }

  private boolean follows(ChainLine line) {
    return seq == 0 || (line.seq() == seq + 1 && line.isChainedTo(hash));
  }

  private static Finding altered(TrailFile trailFile, long number) {
    return new Finding(
        "audit-trail-altered",
        Finding.Severity.ERROR,
        trailFile.path() + " line " + number + " is not what was written",
        "Keep the files as they are and run: lastcall audit verify "
            + trailFile.path().getParent());
  }

  /** {@return how many bytes at the end of the newest file are a line cut short by a kill} */
  long torn() throws IOException {
    return file == null ? 0 : Files.size(file.path()) - size;
  }
}
