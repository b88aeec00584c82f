package dev.lastcall.runtime;

/** Ends the process: the only place that calls {@code exit} and {@code halt}. Stateless. */
final class Terminator {
  private Terminator() {}

  /** Lets other people's hooks run, then ends; never returns. */
  static void exit(int code) {
    Runtime.getRuntime().exit(code);
  }

  /** Ends now: no hooks, no finalizers; never returns. */
  static void halt(int code) {
    Runtime.getRuntime().halt(code);
  }
}
