package dev.lastcall.audit;

import dev.lastcall.audit.AuditFault.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that each line follows from the one before, and says of one that does not what was done.
 * Confined to one thread.
 */
final class ChainCheck {
  private final List<Path> files;
  private final byte[] hash = ChainLine.NO_HASH.clone();
  private final byte[] hashBefore = ChainLine.NO_HASH.clone();
  private long firstSeq;
  private byte[] firstPrev = hash;
  private long seq;
  private long record;
  private int file;
  private long number;

  /** Whether a seal vouches for the last line, so that it cannot be the altered one. */
  private boolean isVouched;

  ChainCheck(List<Path> files) {
    this.files = files;
  }

  /** {@return null if the line follows from the one before, and then it is the last one} */
  @Nullable AuditFault check(ChainLine line, int fileIndex, long lineNumber) throws IOException {
    if (firstSeq == 0 && line.seq() > 0) {
      firstSeq = line.seq();
      firstPrev = line.prev();
      if (firstSeq == 1 && !line.isChainedTo(hash)) {
        return fault(
            Kind.ALTERED, fileIndex, lineNumber, 1, "the first line is chained to another");
      }
    } else if (line.seq() != seq + 1 || !line.isChainedTo(hash)) {
      return broken(line, fileIndex, lineNumber);
    }
    System.arraycopy(hash, 0, hashBefore, 0, hash.length);
    line.copyHash(hash);
    seq = line.seq();
    record = line.record();
    file = fileIndex;
    number = lineNumber;
    isVouched = false;
    return null;
  }

  void vouched() {
    isVouched = true;
  }

  private AuditFault broken(ChainLine line, int at, long lineNumber) throws IOException {
    long found = line.seq();
    if (found < firstSeq && seq == firstSeq) {
      String message = "number " + seq + " stands in front of number " + found;
      return fault(Kind.REORDERED, file, number, found, message);
    }
    if (found <= seq) {
      boolean isRealOne = found == seq && line.isChainedTo(hashBefore) && !isVouched;
      return isRealOne
          ? fault(Kind.INSERTED, file, number, seq, "this line was put in front of number " + seq)
          : fault(Kind.INSERTED, at, lineNumber, found, "number " + found + " stands here again");
    }
    boolean isFurtherDown = isFurtherDown(at, lineNumber);
    if (found > seq + 1) {
      String missing =
          found == seq + 2 ? "number " + (seq + 1) : "numbers " + (seq + 1) + " to " + (found - 1);
      return isFurtherDown
          ? fault(
              Kind.REORDERED,
              at,
              lineNumber,
              seq + 1,
              missing + " further down, behind number " + found)
          : fault(
              Kind.REMOVED, at, lineNumber, seq + 1, missing + " missing in front of this line");
    }
    if (isFurtherDown || isVouched) {
      Kind kind = isFurtherDown ? Kind.INSERTED : Kind.ALTERED;
      return fault(kind, at, lineNumber, found, "this line does not follow from number " + seq);
    }
    String message =
        "number " + seq + " was replaced: number " + found + " follows from another line";
    return fault(Kind.ALTERED, file, number, seq, message);
  }

  /** Whether the line that belongs here stands somewhere behind it. */
  private boolean isFurtherDown(int at, long lineNumber) throws IOException {
    ChainLine line = new ChainLine();
    for (int index = at; index < files.size(); index++) {
      try (LineReader lines = LineReader.open(files.get(index))) {
        while (lines.next()) {
          boolean isBehind = index > at || lines.number() > lineNumber;
          if (isBehind
              && line.read(lines.bytes(), lines.from(), lines.to())
              && line.seq() == seq + 1
              && line.isChainedTo(hash)
              && line.isWhole()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private AuditFault fault(Kind kind, int at, long lineNumber, long about, String message) {
    return new AuditFault(kind, files.get(at), lineNumber, about, message);
  }

  AuditFault afterTheLast(Kind kind, String message) {
    return fault(kind, file, number + 1, seq + 1, message);
  }

  byte[] firstPrev() {
    return firstPrev;
  }

  long firstSeq() {
    return firstSeq;
  }

  long seq() {
    return seq;
  }

  long record() {
    return record;
  }
}
