package audio.tuner;

public final class PianoTuner {
  private PianoTuner() {}

  /** Runs the task at exit, or now if the exit has begun already. */
  public static void atExit(Runnable task) {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(task));
    } catch (IllegalStateException exitHasBegun) {
      task.run();
    }
  }

  public static void tune(String piano) {
    atExit(() -> {
      System.err.println(piano + " is in tune");
      atExit(() -> System.err.println("fork put away"));
    });
  }
}
