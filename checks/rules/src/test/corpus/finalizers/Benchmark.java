package bench;

class Benchmark {
  long usedAfterCollection() {
    Runtime runtime = Runtime.getRuntime();
    runtime.gc();
    runtime.runFinalization();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
