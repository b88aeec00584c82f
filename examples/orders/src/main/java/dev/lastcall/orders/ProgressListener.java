package dev.lastcall.orders;

/** Is told how the demo goes on, from the thread that runs it. */
@FunctionalInterface
public interface ProgressListener {
  /**
   * Takes a reading; should return soon.
   *
   * @param progress the reading
   */
  void onProgress(DemoProgress progress);
}
