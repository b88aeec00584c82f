package dev.lastcall.endings;

import java.util.ArrayList;
import java.util.List;

/** Fills the heap until almost nothing is left, and keeps it filled. */
final class HeapFiller {
  private static final List<byte[]> HELD = new ArrayList<>();
  private static final int[] SIZES = {1 << 20, 1 << 16, 1 << 12};

  private HeapFiller() {}

  static void fill() {
    for (int size : SIZES) {
      fillWith(size);
    }
    for (int freed = 0; freed < 8; freed++) {
      HELD.remove(HELD.size() - 1);
    }
    System.out.println("heap filled");
  }

  private static void fillWith(int size) {
    try {
      while (true) {
        HELD.add(new byte[size]);
      }
    } catch (OutOfMemoryError full) {
      // the end of this size
    }
  }
}
