class CpuSampler {
  private volatile double load;

  void start() {
    Thread sampler =
        new Thread(
            () -> {
              while (true) {
                load = Runtime.getRuntime().availableProcessors();
                Thread.onSpinWait();
              }
            },
            "cpu-sampler");
    sampler.setDaemon(true);
    sampler.start();
  }

  double load() {
    return load;
  }
}
