package testing;

import java.lang.ref.WeakReference;

/** Used by tests that look for leaks. */
public final class LeakTest {
  private LeakTest() {}

  public static boolean isGone(WeakReference<?> reference) throws InterruptedException {
    for (int i = 0; i < 20 && reference.get() != null; i++) {
      System.gc();
      System.runFinalization();
      Thread.sleep(50);
    }
    return reference.get() == null;
  }
}
