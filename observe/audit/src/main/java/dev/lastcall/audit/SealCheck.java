package dev.lastcall.audit;

import dev.lastcall.audit.AuditFault.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the seals, and what they have to vouch for. Confined to one thread. */
final class SealCheck {
  private final List<Path> files;
  private final @Nullable AuditKeys keys;
  private long seals;
  private long sealedThrough;
  private long sinceSeq;
  private int sinceFile;
  private long sinceLine;
  private long claimedSeq = -1;
  private byte[] claimedHash = ChainLine.NO_HASH;
  private boolean isAccounted;

  SealCheck(List<Path> files, @Nullable AuditKeys keys) {
    this.files = files;
    this.keys = keys;
  }

  /** {@return null unless it is a seal that does not fit} */
  @Nullable AuditFault check(ChainLine line, int file, long number, ChainCheck chain)
      throws IOException {
    if (sinceSeq == 0) {
      sinceSeq = line.seq();
      sinceFile = file;
      sinceLine = number;
    }
    if (line.type() == LineType.RETENTION) {
      claim(line, chain);
    } else if (line.type() == LineType.SEAL) {
      return seal(line, file, number, chain);
    }
    return null;
  }

  private void claim(ChainLine line, ChainCheck chain) throws IOException {
    byte[] members = line.members();
    if (Members.number(members, "throughSeq") == chain.firstSeq() - 1) {
      claimedSeq = line.seq();
      claimedHash =
          Members.text(members, "throughHash").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      isAccounted |= keys == null && java.util.Arrays.equals(claimedHash, chain.firstPrev());
    }
  }

  private @Nullable AuditFault seal(ChainLine line, int file, long number, ChainCheck chain) {
    String keyId = line.keyId();
    if (keys == null || keyId == null) {
      return null;
    }
    Optional<AuditKey> key = keys.find(keyId);
    if (key.isEmpty()) {
      String message = "sealed with the key \"" + keyId + "\", which was not given";
      return new AuditFault(Kind.UNKNOWN_KEY, files.get(file), number, line.seq(), message);
    }
    if (!line.isSealedBy(key.get())) {
      String message =
          "the seal number "
              + line.seq()
              + " in "
              + files.get(file)
              + ":"
              + number
              + " was not made for the lines from here to it: they were written anew without the key";
      return new AuditFault(Kind.REWRITTEN, files.get(sinceFile), sinceLine, sinceSeq, message);
    }
    seals++;
    sealedThrough = line.seq();
    sinceSeq = 0;
    isAccounted |= claimedSeq >= 0 && java.util.Arrays.equals(claimedHash, chain.firstPrev());
    chain.vouched();
    return null;
  }

  /**
   * Whether it is on record that what lies before the first line was deleted because of its age.
   */
  boolean isAccounted() {
    return isAccounted;
  }

  long seals() {
    return seals;
  }

  long sealedThrough() {
    return sealedThrough;
  }
}
