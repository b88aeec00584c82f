public final class Batch {
  private Batch() {}

  public static void main(String[] args) {
    int failed = 0;
    for (String file : args) {
      failed += load(file) ? 0 : 1;
    }
    end(failed == 0 ? 0 : 1);
  }

  private static void end(int code) {
    System.out.println("end of batch");
    Runtime runtime = Runtime.getRuntime();
    runtime.halt(code);
  }

  private static boolean load(String file) {
    return !file.isEmpty();
  }
}
