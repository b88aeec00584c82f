package dev.lastcall.runtime;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Which signals were set to be ignored by whoever started this process, from the {@code SigIgn}
 * line of {@code /proc/self/status}.
 *
 * <p>Immutable. Knows nothing, and so calls no signal ignored, where there is no such file.
 */
final class SignalMask {
  private final BigInteger ignored;

  private SignalMask(BigInteger ignored) {
    this.ignored = ignored;
  }

  static SignalMask of(Surroundings surroundings) {
    Optional<String> mask =
        surroundings.lines("/proc/self/status").stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .filter(hex -> hex.matches("[0-9a-fA-F]{1,32}"))
            .findFirst();
    return new SignalMask(mask.map(hex -> new BigInteger(hex, 16)).orElse(BigInteger.ZERO));
  }

  /** Whether the signal of this number is ignored; numbers begin at 1. */
  boolean isIgnored(int number) {
    return number > 0 && ignored.testBit(number - 1);
  }
}
