package dev.lastcall.museum;

import dev.lastcall.defer.DeferScope;

/**
 * An exception thrown by a cleanup that hides the one that mattered, and stops the cleanups behind
 * it.
 */
public final class LastExceptionWins {
  private LastExceptionWins() {}

  /**
   * Fails in the work and then in a cleanup.
   *
   * @param arguments the form
   */
  public static void main(String[] arguments) {
    try {
      if (Form.of(arguments) == Form.NAIVE) {
        importNaively();
      } else {
        importInScope();
      }
    } catch (IllegalStateException failure) {
      System.out.println("caught: " + failure.getMessage());
      for (Throwable suppressed : failure.getSuppressed()) {
        System.out.println("suppressed: " + suppressed.getMessage());
      }
    }
  }

  @SuppressWarnings("Finally") // the mistake on show
  private static void importNaively() {
    try {
      throw new IllegalStateException("row 7 is damaged");
    } finally {
      closeFile();
      deleteCopy();
    }
  }

  private static void importInScope() {
    try (DeferScope scope = DeferScope.open()) {
      scope.defer("copy.delete", LastExceptionWins::deleteCopy);
      scope.defer("file.close", LastExceptionWins::closeFile);
      throw new IllegalStateException("row 7 is damaged");
    }
  }

  private static void closeFile() {
    throw new IllegalStateException("file is closed already");
  }

  private static void deleteCopy() {
    System.out.println("copy deleted");
  }
}
