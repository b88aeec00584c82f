package dev.lastcall.audit;

import dev.lastcall.api.Arguments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest seal that an anchor has.
 *
 * @param seq its number in the trail
 * @param hash its hash, which says all of it
 */
record AnchorSeal(long seq, String hash) {
  /**
   * Reads an anchor; lines in it that are no sound seals do not count.
   *
   * @throws IllegalArgumentException if it has no seal made with a key that was given
   */
  static AnchorSeal newest(Path anchor, @Nullable AuditKeys keys) throws IOException {
    AnchorSeal newest = new AnchorSeal(0, "");
    ChainLine line = new ChainLine();
    try (LineReader lines = LineReader.open(anchor)) {
      while (lines.next()) {
        boolean isSeal =
            line.read(lines.bytes(), lines.from(), lines.to())
                && line.type() == LineType.SEAL
                && line.isWhole()
                && isMadeWithOneOf(keys, line);
        if (isSeal && line.seq() > newest.seq()) {
          newest = new AnchorSeal(line.seq(), line.hash());
        }
      }
    }
    if (newest.seq() == 0) {
      throw Arguments.refusal("anchor", anchor, "at least one seal made with a key that is given");
    }
    return newest;
  }

  private static boolean isMadeWithOneOf(@Nullable AuditKeys keys, ChainLine line) {
    if (keys == null) {
      return true;
    }
    Optional<AuditKey> key = Optional.ofNullable(line.keyId()).flatMap(keys::find);
    return key.isPresent() && line.isSealedBy(key.get());
  }
}
