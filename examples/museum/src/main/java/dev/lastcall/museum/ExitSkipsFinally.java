package dev.lastcall.museum;

import dev.lastcall.runtime.Lastcall;

/**
 * Work that is skipped because the process was ended around it: neither {@code System.exit} nor
 * {@code Runtime.halt} runs the {@code finally} blocks of live threads, as Go's {@code os.Exit}
 * runs no {@code defer}.
 */
public final class ExitSkipsFinally {
  private ExitSkipsFinally() {}

  /**
   * Ends the process while an order is being saved.
   *
   * @param arguments the form
   */
  public static void main(String[] arguments) {
    if (Form.of(arguments) == Form.NAIVE) {
      try {
        System.out.println("working");
        Runtime.getRuntime().halt(0);
      } finally {
        System.out.println("order saved");
      }
    } else {
      Lastcall lastcall = Lastcall.builder().install();
      lastcall.defer("order.save", () -> System.out.println("order saved"));
      System.out.println("working");
      lastcall.exit(0);
    }
  }
}
