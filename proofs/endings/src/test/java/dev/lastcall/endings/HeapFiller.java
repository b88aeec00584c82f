package dev.lastcall.endings;

import java.util.ArrayList;
import java.util.List;

/** Fills the heap until almost nothing is left, and keeps it filled. */
final class HeapFiller {
  private static final List<byte[]> HELD = new ArrayList<>();

  /** One part in sixty of the heap of 64 MB that the tests give: it stays 98 % full. */
  private static final int LEFT_FREE = 1_000_000;

  private static final int[] SIZES = {1 << 20, 1 << 16, 1 << 12};

  private HeapFiller() {}

  static void fill() {
    HELD.add(new byte[LEFT_FREE]);
    for (int size : SIZES) {
      fillWith(size);
    }
    HELD.remove(0);
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
