package dev.lastcall.fuzz;

/** Shows that the fuzzer looks: it must find this. */
public final class PlantedFaultFuzz {
  private PlantedFaultFuzz() {}

  /**
   * What the fuzzer calls.
   *
   * @param input anything
   */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 2 && input[0] == 'l' && input[1] == 'c' && input[2] == '!') {
      throw new IllegalStateException("planted");
    }
  }
}
